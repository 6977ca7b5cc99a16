import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('a screen that throws stops neither the sale nor the other screens, and one that answers back waits its turn', async () => {
  const stage = await openStage()
  const revisions: number[] = []
  stage.counter.watch(() => {
    throw new Error('no canvas')
  })
  stage.counter.watch((view) => {
    revisions.push(view.revision)
    if (view.sale?.lines.length === 1 && view.sale.lines[0]?.quantity === 1) {
      void stage.send({ type: 'changeQuantity', line: 1, quantity: 2 })
    }
  })
  await stage.ring('POT')
  await stage.accepted({ type: 'chooseLanguage', language: 'es' })
  expect(stage.view().sale).toMatchObject({ total: 24000, language: 'es' })
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
  expect(new Set(revisions).size).toBe(revisions.length)
})
