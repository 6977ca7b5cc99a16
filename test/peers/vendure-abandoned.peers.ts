import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCall, newPiece, valueIn } from '../contracts/marketplace-rig.ts'
import { vendureBuyer } from './vendure-buyer.ts'
import { type VendureRig, vendureRig } from './vendure-rig.ts'

let rig: VendureRig
beforeAll(async () => {
  rig = await vendureRig({ holdMs: 500, sweepMs: 200 })
})
afterAll(() => rig?.stop())

test('what a till holds and forgets is free again, and its key is spent', async () => {
  const market = rig.open()
  const ref = valueIn(await market.putPiece(newPiece(), null, newCall()))
  const call = newCall()
  expect(await market.hold?.(ref, 1, call)).toMatchObject({ end: 'done' })
  await expect
    .poll(async () => valueIn(await market.readStock(ref, newCall())), { timeout: 20_000 })
    .toEqual({ count: 1, held: 0 })
  expect(await market.hold?.(ref, 1, call)).toMatchObject({ end: 'refused', code: 'gone' })
})

test('a buyer who left before paying comes too late, and pays nothing', async () => {
  const market = rig.open()
  const ref = valueIn(await market.putPiece(newPiece(), null, newCall()))
  const buyer = vendureBuyer(rig.peer.url, 'Ines Ruiz')
  await buyer.fill(ref.variant, 1)
  expect(await buyer.goToPay()).toBe(true)
  await expect
    .poll(async () => (await market.hold?.(ref, 1, newCall()))?.end, { timeout: 20_000 })
    .toBe('done')
  expect(await buyer.pay()).toBeNull()
})
