import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCall, newPiece, valueIn } from '../contracts/marketplace-rig.ts'
import { startPostgres, type TestPostgres } from '../harness/postgres.node.ts'
import { vendureBuyer } from './vendure-buyer.ts'
import { type VendureRig, vendureRig } from './vendure-rig.ts'

let postgres: TestPostgres
let rig: VendureRig
beforeAll(async () => {
  postgres = await startPostgres()
  rig = await vendureRig({ plain: true, postgres: await postgres.database() })
})
afterAll(async () => {
  await rig?.stop()
  await postgres?.stop()
})

test('a shop without our plugin is found out, and holds nothing', async () => {
  const market = rig.open()
  expect(market.capabilities.reservation).toBe(false)
  expect(market.hold).toBeUndefined()
  expect(valueIn(await market.check())).toMatchObject({ lacks: ['plugin'] })
  expect(valueIn(await rig.peer.open(undefined, { plugin: true }).check())).toMatchObject({
    lacks: ['plugin'],
  })
})

test('Vendure as it comes sells one piece to all who go to pay at once: why there is a plugin', async () => {
  const ref = valueIn(await rig.open().putPiece(newPiece(), null, newCall()))
  const buyers = Array.from({ length: 8 }, (_, index) => vendureBuyer(rig.peer.url, `Buyer${index} Ruiz`))
  await Promise.all(buyers.map((buyer) => buyer.fill(ref.variant, 1)))
  await Promise.all(buyers.map((buyer) => buyer.goToPay()))
  const paid = await Promise.all(buyers.map((buyer) => buyer.pay()))
  expect(paid.filter((id) => id !== null).length).toBeGreaterThan(1)
})
