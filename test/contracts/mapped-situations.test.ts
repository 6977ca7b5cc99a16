import { describe, expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import {
  type MappedRig,
  type MappingJson,
  mappedRig,
  placedOnly,
  soukMapping,
  weakest,
} from './mapped-rig.ts'
import { newCall, newPiece, valueIn } from './marketplace-rig.ts'

/** A shop with one piece in it. */
async function stage(options: Parameters<typeof mappedRig>[0] = {}, count = 1) {
  const rig = mappedRig(options)
  const market = rig.open()
  const piece = newPiece({ count, unique: count === 1 })
  const ref = valueIn(await market.putPiece(piece, null, newCall()))
  const buy = (more: object = {}) => rig.shop.buy({ reference: piece.sku, ...more })
  return { rig, shop: rig.shop, market, piece, ref, buy }
}

const all = soukMapping()
const kinds: readonly (readonly [string, MappingJson])[] = [
  ['with all it can have', all],
  ['with the least', weakest(all)],
  ['that does not say when orders move', placedOnly(all)],
]

describe.each(kinds)('a mapping %s', (_name, mapping) => {
  test.each(['cutAfter', 'silent', 'gateway'] as const)(
    '%s: what was done and not said is done once, however often it is asked',
    async (fault) => {
      const { shop, market, ref, buy } = await stage({ mapping })
      const again = async (match: RegExp, run: () => Promise<{ end: string }>): Promise<void> => {
        shop.door.faults.set(fault, match)
        expect((await run()).end).toBe('unknown')
        expect((await run()).end).toBe('done')
      }
      const call = newCall()
      const other = newPiece()
      await again(/POST \S+\/articles$/, () => market.putPiece(other, null, call))
      expect(shop.articles().filter(({ reference }) => reference === other.sku)).toHaveLength(1)

      const lost = buy()?.id ?? ''
      await again(/POST \S+\/refund/, () => market.cancelAndRefund(lost, 'vendu', call))
      expect(shop.orders().find(({ id }) => id === lost)).toMatchObject({
        payment: 'refunded',
        refundedMinor: 454_550,
      })
      valueIn(await market.setStock(ref, 1, null, newCall()))
      const sent = buy()?.id ?? ''
      const move = { to: 'shipped', carrier: 'Amana', tracking: 'AM 77' } as const
      await again(/POST \S+\/shipment/, () => market.moveOrder(sent, move, call))
      expect(shop.orders().find(({ id }) => id === sent)).toMatchObject({
        fulfilment: 'shipped',
        parcel: { carrier: 'Amana', tracking: 'AM 77' },
      })
      expect(valueIn(await market.readStock(ref, newCall()))).toEqual({ count: 0, held: 0 })
    },
  )

  test('a walk through many, some of which move meanwhile, misses none', async () => {
    const { rig, shop, market, buy } = await stage({ mapping }, 500)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const ids = Array.from({ length: 180 }, () => {
      rig.wait(400)
      return buy({ paid: false })?.id ?? ''
    })
    const seen = new Map<string, string>()
    await walk(market, cursor, seen, (turn) => {
      rig.wait(400)
      // The first of all moves to the end of the list, and pulls the others forward.
      if (turn < 3) shop.pay(ids[turn] ?? '')
    })
    expect(ids.filter((id) => !seen.has(id))).toEqual([])
  })

  test('more in one second than are on a page, and every page shorter than it should be', async () => {
    for (const size of [50, 250]) {
      const { market, buy } = await stage({ mapping: paged(mapping, size) }, 500)
      const { cursor } = valueIn(await market.ordersSince(null, newCall()))
      const ids = Array.from({ length: 120 }, () => buy()?.id ?? '')
      const seen = new Map<string, string>()
      let at = await walk(market, cursor, seen)
      if (size > 50) for (let turn = 0; turn < 3; turn += 1) at = await walk(market, at, seen)
      // Without an instant of its moves a list goes by number, and a page must be as long as it says.
      if (size === 50 || mapping !== kinds[2]?.[1])
        expect([...seen.keys()].toSorted()).toEqual(ids.toSorted())
    }
  })

  test('a move that becomes visible after later ones is told all the same', async () => {
    const { rig, shop, market, buy } = await stage({ mapping }, 5)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    shop.lateMs = 90_000
    const late = buy()?.id ?? ''
    rig.wait(30_000)
    shop.lateMs = 0
    const soon = buy()?.id ?? ''
    const seen = new Map<string, string>()
    const at = await walk(market, cursor, seen)
    expect([...seen.keys()]).toEqual([soon])
    rig.wait(90_000)
    await walk(market, at, seen)
    expect(seen.has(late)).toBe(true)
  })

  test('an order that is told twice is the same order twice', async () => {
    const { shop, market, buy } = await stage({ mapping })
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const id = buy()?.id
    shop.orderLists.manner = 'doubled'
    const page = valueIn(await market.ordersSince(cursor, newCall()))
    expect(new Set(page.orders.map((order) => order.id))).toEqual(new Set([id]))
  })

  test('an order is told again when it is paid, and when it is given up', async () => {
    const { rig, shop, market, buy } = await stage({ mapping }, 2)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const [paid, given] = [buy({ paid: false })?.id ?? '', buy({ paid: false })?.id ?? '']
    const seen = new Map<string, string>()
    const at = await walk(market, cursor, seen)
    expect([seen.get(paid), seen.get(given)]).toEqual(['placed', 'placed'])
    rig.wait(600_000)
    shop.pay(paid)
    valueIn(await market.cancelAndRefund(given, 'vendu', newCall()))
    await walk(market, at, seen)
    expect([seen.get(paid), seen.get(given)]).toEqual(['paid', 'cancelled'])
  })
})

/** To the end of what there is. @param seen id → state, as told last @returns where the next walk begins */
async function walk(
  market: Marketplace,
  cursor: string,
  seen: Map<string, string>,
  between: (turn: number) => void = () => undefined,
): Promise<string> {
  let at = cursor
  for (let turn = 0; turn < 40; turn += 1) {
    const page = valueIn(await market.ordersSince(at, newCall()))
    for (const { id, state } of page.orders) seen.set(id, state)
    at = page.cursor
    if (!page.more) return at
    between(turn)
  }
  throw new Error('a walk without end')
}

/** @param size of a page, as the mapping believes */
function paged(mapping: MappingJson, size: number): MappingJson {
  const { listOrders } = mapping as { readonly listOrders: object }
  return { ...mapping, listOrders: { ...listOrders, paging: { kind: 'page', first: 1, size } } }
}

test('a list in another order than it must have is not walked', async () => {
  const { rig, shop, market, buy } = await stage({}, 3)
  const { cursor } = valueIn(await market.ordersSince(null, newCall()))
  buy()
  rig.wait(2_000)
  buy()
  shop.orderLists.manner = 'reversed'
  expect(await market.ordersSince(cursor, newCall())).toMatchObject({
    code: 'malformed',
    text: expect.stringContaining('not in the order in which they moved'),
  })
})

test('rights that a key lacks are told, and a shop in another currency is not sold in', async () => {
  const poor = mappedRig({ permissions: ['catalogue'] }).open()
  expect(valueIn(await poor.check())).toMatchObject({ shop: 'Souk Derb', lacks: ['stock', 'orders'] })
  expect(await poor.ordersSince(null, newCall())).toMatchObject({ code: 'notAllowed' })
  const euro = mappedRig({ currency: 'EUR' }).open()
  expect(valueIn(await euro.check())).toMatchObject({ currency: 'EUR' })
  expect(await euro.putPiece(newPiece(), null, newCall())).toMatchObject({ code: 'otherCurrency' })
  expect(await euro.listPieces(null, newCall())).toMatchObject({ code: 'otherCurrency' })
  expect(await mappedRig({ currency: 'JPY' }).open().check()).toMatchObject({ code: 'otherCurrency' })
})

test('a sku that is there twice is nobody’s', async () => {
  const { shop, market, piece } = await stage()
  shop.add({ reference: piece.sku })
  expect(await market.putPiece(piece, null, newCall())).toMatchObject({ code: 'skuTwice' })
})

test('a count that has moved is not written over where it is compared', async () => {
  const { market, ref } = await stage({}, 3)
  expect(await market.setStock(ref, 1, 2, newCall())).toMatchObject({ code: 'stale' })
  expect(valueIn(await market.setStock(ref, 1, 3, newCall()))).toEqual({ count: 1 })
  const ends = await market.setStocks(
    [
      { ref, count: 0, expected: 3 },
      { ref: { ...ref, variant: 'art_0' }, count: 0, expected: null },
    ],
    newCall(),
  )
  expect(ends).toMatchObject([{ code: 'stale' }, { code: 'gone' }])
})

test('a count that was written twice is the last one, though its call is the same', async () => {
  const { shop, market, ref } = await stage({}, 3)
  const call = newCall()
  const { variant } = ref
  const write = (count: number) => market.setStock(ref, count, null, call)
  shop.door.faults.set('cutAfter', /PUT \S+\/stock$/)
  expect((await write(1)).end).toBe('unknown')
  for (const count of [2, 1]) expect(valueIn(await write(count))).toEqual({ count })
  expect(shop.articles().find(({ id }) => id === variant)?.quantity).toBe(1)
})

test('a way of paying that gives nothing back by itself is said to the owner', async () => {
  const { market, buy } = await stage()
  const id = buy({ canGiveBack: false })?.id ?? ''
  expect(await market.cancelAndRefund(id, 'vendu', newCall())).toMatchObject({
    end: 'refused',
    code: 'refused',
    text: 'no_refund: Cash on delivery is given back by hand.',
  })
})

test('too many requests: when it goes on, by the marketplace’s own clock', async () => {
  const { market, ref } = await stage({ perMinute: 10 })
  let end = await market.readStock(ref, newCall())
  for (let nth = 0; nth < 10 && end.end === 'done'; nth += 1) end = await market.readStock(ref, newCall())
  expect(end).toMatchObject({ code: 'tooMany', again: { afterMs: expect.any(Number) } })
})

test('ids that lead elsewhere lead nowhere', async () => {
  const { shop, market, ref } = await stage()
  const asked = shop.door.asked.length
  const other: OnlineRef = { ...ref, variant: '..' }
  expect(await market.setStock(other, 1, null, newCall())).toMatchObject({ code: 'gone' })
  expect(valueIn(await market.readOrder('..', newCall()))).toBeNull()
  expect(shop.door.asked).toHaveLength(asked)
})

describe('events', () => {
  const told = async (rig: MappedRig) => {
    const market = rig.open()
    const piece = newPiece()
    valueIn(await market.putPiece(piece, null, newCall()))
    const order = rig.shop.buy({ reference: piece.sku })
    const [call] = rig.shop.hooks.take()
    if (call === undefined || market.readEvent === undefined) throw new Error('no event')
    return { read: market.readEvent.bind(market), order, ...call }
  }

  test('signed is an order to read, also a second time', async () => {
    const { read, order, headers, body } = await told(mappedRig())
    const good = { ok: true, event: 'evt_1', orders: [order?.id] }
    expect([read(headers, body), read(headers, body)]).toEqual([good, good])
  })

  test.each([
    ['another body', (headers: object) => [headers, new TextEncoder().encode('{}')] as const],
    ['no signature', () => [{}, new Uint8Array()] as const],
    [
      'a signature without its prefix',
      (headers: { [name: string]: string }, body: Uint8Array) =>
        [{ ...headers, 'souk-signature': headers['souk-signature']?.slice(7) ?? '' }, body] as const,
    ],
  ])('%s is not signed', async (_name, bend) => {
    const { read, headers, body } = await told(mappedRig())
    const [other, bytes] = bend({ ...headers }, body)
    expect(read(other as Readonly<Record<string, string>>, bytes)).toEqual({
      ok: false,
      code: 'badSignature',
    })
  })

  test('without a mapping of them, or without a secret, there are none', () => {
    const market = mappedRig({ mapping: weakest(all) }).open()
    expect(market.capabilities).toMatchObject({
      webhook: false,
      reservation: false,
      idempotencyKey: false,
      compareAndSet: false,
      batch: 1,
    })
    expect(market.readEvent).toBeUndefined()
    expect(mappedRig().open().capabilities).toEqual({
      compareAndSet: true,
      idempotencyKey: true,
      reservation: true,
      delta: false,
      webhook: true,
      cursor: 'updatedAt',
      partialUpdate: true,
      counts: 'onHand',
      batch: 100,
    })
  })
})
