import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

const day = 24 * 60 * 60 * 1000

test('selling goes on under a clock that jumped back, and the journal says that it did', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  const before = stage.clock.now()
  stage.clock.advance(-day)
  await stage.sell('POT')
  await stage.sell('POT')

  expect(stage.facts('clockWentBack')).toEqual([
    { kind: 'clockWentBack', from: before, to: stage.clock.now() },
  ])
  expect(stage.ledger.listTickets({ text: '', before: null, limit: 10 }).map((row) => row.number)).toEqual([
    3, 2, 1,
  ])
  expect(stage.problems()).toEqual([])
})

test('a clock put right by a fraction of a second is not worth an entry', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  stage.clock.advance(-400)
  await stage.sell('POT')
  expect(stage.facts('clockWentBack')).toEqual([])
})

test('an attempt older than the clock is asked about as if just sent', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
  stage.clock.advance(-day)
  await stage.restart()
  expect((await stage.terminal.next('recover')).request).toMatchObject({ ageMs: 0 })
})

test('a jump seen first by the paper is on record, too', async () => {
  const stage = await openStage()
  stage.printer.hold()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  stage.clock.advance(-day)
  stage.printer.release()
  await stage.counter.settled()
  expect(stage.facts('clockWentBack')).toHaveLength(1)
})
