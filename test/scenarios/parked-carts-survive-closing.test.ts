import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('parked carts are there after the shift was closed, the till restarted and the next shift opened', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'park', name: 'red hat' })
  await stage.ring('RUG')
  await stage.accepted({
    type: 'agreePrice',
    line: 1,
    unit: stage.dirhams(950),
    reason: 'bargain',
    manager: null,
  })
  await stage.accepted({ type: 'park', name: 'guide' })
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })

  await stage.restart()
  await stage.accepted({ type: 'openShift', cashier: 'omar', float: stage.dirhams(100) })

  expect(stage.view().parked.map(({ name, total }) => [name, total])).toEqual([
    ['red hat', 12000],
    ['guide', 95000],
  ])
  expect(await stage.send({ type: 'scan', code: 'RUG', quantity: 1 })).toMatchObject({
    refusal: { code: 'alreadySold' },
  })
  await stage.accepted({ type: 'resume', name: 'guide' })
  await stage.accepted({ type: 'payCash', given: stage.dirhams(950) })
  expect(stage.ledger.findTicket(stage.number(1))?.ticket).toMatchObject({ cashier: 'omar', gross: 95000 })
})

test('a cart resumed before others were parked is still the one at the counter after a restart', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'park', name: 'first' })
  await stage.ring('RUG')
  await stage.accepted({ type: 'park', name: 'second' })
  await stage.accepted({ type: 'resume', name: 'first' })
  const before = stage.view()

  await stage.restart()

  expect(stage.view()).toMatchObject({ phase: 'ringing', sale: { saleId: before.sale?.saleId } })
  expect(stage.view().parked).toEqual(before.parked)
})

test('of two carts parked under one name the one parked last is taken back, also after a restart', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'park', name: 'a' })
  await stage.ring('RUG')
  await stage.accepted({ type: 'park', name: 'b' })
  await stage.accepted({ type: 'resume', name: 'a' })
  await stage.accepted({ type: 'park', name: 'b' })

  await stage.restart()
  await stage.accepted({ type: 'resume', name: 'b' })
  expect(stage.view().sale?.lines).toMatchObject([{ sku: 'POT' }])
})
