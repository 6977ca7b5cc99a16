import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { openScratchLedger } from '#electron/ledger/scratch.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { randomIds } from '#electron/platform/ids.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Claim } from '#shared/checkout/step.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { rug, soap } from '#test/models/checkout/shop.ts'
import { type Desk, type DeskParts, openDesk } from './desk.ts'
import { openCounter } from './open-counter.ts'
import type { ClaimingSale, ClaimsPort } from './ports.ts'

const vase = item('VASE', 30_000, { unique: true, stock: 1 })
const tick = () => new Promise((resolve) => setImmediate(resolve))

/** Answers when the test says so; keeps what it was asked and told. */
function outside() {
  const asked: {
    readonly sku: Sku
    readonly sale: SaleId
    readonly answer: (claim: Claim | null) => void
  }[] = []
  const followed: (readonly ClaimingSale[])[] = []
  const claims: ClaimsPort = {
    take: (sku, sale) => new Promise((answer) => asked.push({ sku, sale, answer })),
    follow: (sales) => void followed.push(sales),
  }
  return { claims, asked, followed }
}

const parts = (claims: ClaimsPort | null, ledger: Ledger): DeskParts => ({
  ledger,
  terminal: { current: () => null },
  printers: { printersFor: () => [], kickDrawer: async () => ({ outcome: 'done' }) },
  layout: async () => null,
  clock: { now: () => ({ utcMs: 1_790_000_000_000, offsetMinutes: 60 }) },
  ids: randomIds,
  log: pino({ level: 'silent' }),
  claims,
})

function shop(claims: ClaimsPort | null, ledger: Ledger = testLedger(testFolder())) {
  const desk = openDesk(parts(claims, ledger), () => {})
  onTestFinished(() => desk.close())
  const send = (command: Command) => desk.send(command, 'amina')
  return { desk, ledger, send, scan: (code: string) => send({ type: 'scan', code, quantity: 1 }) }
}

async function opened(claims: ClaimsPort | null, ledger?: Ledger) {
  const it = shop(claims, ledger)
  await it.send({ type: 'configure', settings: { ...plainSettings, cashCeiling: dirham(0) } })
  await it.send({ type: 'loadCatalogue', items: [rug, vase, soap] })
  await it.send({ type: 'openShift', cashier: 'amina', float: dirham(0) })
  return it
}

const cart = ({ desk }: { desk: Desk }) => desk.view().sale?.lines.map((line) => [line.sku, line.atRisk])

test('a piece is asked for under the id its sale gets, and again under the id of the sale that is open', async () => {
  const { claims, asked } = outside()
  const it = await opened(claims)
  const first = it.scan('RUG')
  await tick()
  expect(it.desk.view().sale).toBeNull()
  asked[0]?.answer({ standing: 'own' })
  expect(await first).toEqual({ ok: true, value: null })
  const saleId = it.desk.view().sale?.saleId
  expect(asked.map(({ sku, sale }) => [sku, sale])).toEqual([['RUG', saleId]])
  const second = it.scan('VASE')
  await tick()
  asked[1]?.answer(null)
  expect((await second).ok).toBe(true)
  expect(asked[1]?.sale).toBe(saleId)
  expect(cart(it)).toEqual([
    ['RUG', false],
    ['VASE', false],
  ])
})

test('what has a count waits for nobody, also while a piece is asked for', async () => {
  const { claims, asked } = outside()
  const it = await opened(claims)
  expect((await it.scan('SOAP')).ok).toBe(true)
  const piece = it.scan('RUG')
  await tick()
  expect((await it.scan('SOAP')).ok).toBe(true)
  expect(asked).toHaveLength(1)
  asked[0]?.answer({ standing: 'own' })
  expect((await piece).ok).toBe(true)
})

test('nobody outside is asked for what is refused here anyway', async () => {
  const { claims, asked } = outside()
  const it = await opened(claims)
  expect(await it.scan('NOPE')).toMatchObject({ refusal: { code: 'unknownItem' } })
  expect(await it.send({ type: 'scan', code: 'RUG', quantity: 2 })).toMatchObject({
    refusal: { code: 'alreadySold' },
  })
  const first = it.scan('RUG')
  await tick()
  asked[0]?.answer({ standing: 'own' })
  await first
  expect(await it.scan('RUG')).toMatchObject({ refusal: { code: 'alreadySold' } })
  await it.send({ type: 'payOther', tender: 'transfer', amount: dirham(1), reference: 'T' })
  expect(await it.scan('VASE')).toMatchObject({ refusal: { code: 'moneyTaken' } })
  expect(asked).toHaveLength(1)
})

test('two scans that are asked for at once end in one sale, each piece taken for it', async () => {
  const { claims, asked } = outside()
  const it = await opened(claims)
  const both = [it.scan('RUG'), it.scan('VASE')]
  await tick()
  asked[0]?.answer({ standing: 'own' })
  asked[1]?.answer({ standing: 'own' })
  await tick()
  // Another sale had been opened when the second was judged: what was taken for none is asked for again.
  asked[2]?.answer({ standing: 'own' })
  expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true)
  const saleId = it.desk.view().sale?.saleId
  expect([asked[0], asked[2]].map((each) => [each?.sku, each?.sale])).toEqual([
    ['RUG', saleId],
    ['VASE', saleId],
  ])
  expect(asked).toHaveLength(3)
  expect(cart(it)).toHaveLength(2)
})

test('the same piece scanned twice at once is in the cart once', async () => {
  const { claims, asked } = outside()
  const it = await opened(claims)
  const both = [it.scan('RUG'), it.scan('RUG')]
  await tick()
  for (const { answer } of asked) answer({ standing: 'own' })
  expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, false])
  expect(cart(it)).toEqual([['RUG', false]])
})

test('claims follow the sales after each turn: a piece that is only asked for is not let go', async () => {
  const { claims, asked, followed } = outside()
  const it = await opened(claims)
  const scanned = it.scan('RUG')
  await tick()
  await it.send({ type: 'openDrawer', reason: 'coins' })
  const saleId = asked[0]?.sale
  expect(followed.at(-1)).toEqual([{ saleId, parked: false, pieces: ['RUG'] }])
  asked[0]?.answer({ standing: 'own' })
  await scanned
  expect(followed.at(-1)).toEqual([{ saleId, parked: false, pieces: ['RUG'] }])
  await it.send({ type: 'park', name: 'hat' })
  expect(followed.at(-1)).toEqual([{ saleId, parked: true, pieces: ['RUG'] }])
  await it.send({ type: 'resume', name: 'hat' })
  await it.send({ type: 'removeLine', line: 1 })
  expect(followed.at(-1)).toEqual([{ saleId, parked: false, pieces: [] }])
  await it.send({ type: 'cancelSale' })
  expect(followed.at(-1)).toEqual([])
})

test('what was taken in vain is let go', async () => {
  const { claims, asked, followed } = outside()
  const it = await opened(claims)
  const scanned = it.scan('RUG')
  await tick()
  await it.send({ type: 'closeShift', counted: dirham(0) })
  asked[0]?.answer({ standing: 'own' })
  expect(await scanned).toMatchObject({ refusal: { code: 'noOpenShift' } })
  expect(followed.at(-1)).toEqual([])
})

test('after a start claims hear once more what is in the carts', async () => {
  const it = await opened(null)
  await it.scan('RUG')
  await it.send({ type: 'park', name: 'hat' })
  const { claims, followed } = outside()
  shop(claims, it.ledger)
  expect(followed[0]).toMatchObject([{ parked: true, pieces: ['RUG'] }])
})

test('who cannot answer, or throws, is a risk; who cannot follow stops no sale', async () => {
  const it = await opened({
    take: () => Promise.reject(new Error('no such host')),
    follow: () => {
      throw new Error('broken')
    },
  })
  expect((await it.scan('RUG')).ok).toBe(true)
  expect(cart(it)).toEqual([['RUG', true]])
  const saleId = it.desk.view().sale?.saleId
  expect(it.ledger.unfinishedFacts().filter(({ kind }) => kind === 'claimRisked')).toEqual([
    { kind: 'claimRisked', saleId, sku: 'RUG', because: 'refused' },
  ])
})

test('a sale that ends meanwhile leaves the piece to the next one', async () => {
  const { claims, asked } = outside()
  const it = await opened(claims)
  await it.scan('SOAP')
  const old = it.desk.view().sale?.saleId
  const scanned = it.scan('RUG')
  await tick()
  await it.send({ type: 'payOther', tender: 'transfer', amount: null, reference: 'T' })
  asked[0]?.answer({ standing: 'own' })
  await tick()
  expect(asked[0]?.sale).toBe(old)
  asked[1]?.answer({ standing: 'own' })
  expect((await scanned).ok).toBe(true)
  expect(asked[1]?.sale).toBe(it.desk.view().sale?.saleId)
  expect(asked[1]?.sale).not.toBe(old)
})

test('whoever practises takes a piece from nobody', async () => {
  const folder = testFolder()
  const { ledger } = await opened(null, testLedger(folder))
  const { claims, asked, followed } = outside()
  const given = parts(claims, ledger)
  const openScratch = () => openScratchLedger({ folder, from: ledger, clock: given.clock })
  const counter = openCounter({ ...given, openScratch })
  onTestFinished(() => counter.close())
  expect(await counter.send({ type: 'setTraining', on: true }, 'amina')).toEqual({ ok: true, value: null })
  const before = followed.length
  expect((await counter.send({ type: 'scan', code: 'RUG', quantity: 1 }, 'amina')).ok).toBe(true)
  expect(asked).toEqual([])
  expect(followed).toHaveLength(before)
})
