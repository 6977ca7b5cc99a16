import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

test('an approval that comes while the till closes is not confirmed; the next start asks about it', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await stage.counter.close()
  await expect(charge.hooks.confirm(approval)).rejects.toThrow('closing')
  await charge.answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })
  expect(await stage.send({ type: 'cancelSale' })).toMatchObject({ ok: false })

  await stage.restart()
  const asked = await stage.terminal.next('recover')
  expect(asked.request).toMatchObject({ approval: null, amount: 12000 })
})
