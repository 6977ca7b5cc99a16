import { walkSituations } from './marketplace-walks.contract.ts'
import { numberOf, stage } from './shopify-stage.ts'

/** The adapter asks for ten at a time: each has all its lines. */
walkSituations(async () => {
  const { rig, shop, market, piece } = await stage({}, 100)
  return {
    market,
    open: (line) => rig.open(line),
    buy: (paid) => numberOf(shop.buy({ sku: piece.sku, paid })),
    pay(id) {
      const order = shop.orders().find((each) => numberOf(each) === id)
      if (order) shop.pay(order)
    },
    wait: (ms) => rig.wait(ms),
  }
}, 10)
