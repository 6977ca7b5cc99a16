import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('a receipt half out when the till closes is waited for, so that the next copy is marked as one', async () => {
  const stage = await openStage()
  stage.printer.hold()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  await expect.poll(() => stage.view().done?.receipt).toBe('printing')
  const restarted = stage.restart()
  stage.printer.release()
  await restarted

  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 1])
})
