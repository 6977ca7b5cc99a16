import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldedWords } from '#shared/catalogue/fold.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku, TicketNumber } from '#shared/kernel/ids.ts'
import { live, stoppedClock, testLedger } from '#test/harness/ledger-folder.ts'
import { history } from '#test/harness/ledger-generator.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import type { Ledger } from '../write-ledger.ts'
import { searchText } from './items.ts'

const at = stoppedClock.now()
const load = (ledger: Ledger, ...items: CatalogueItem[]) =>
  ledger.append([{ kind: 'catalogueLoaded', items }], '', at)
const skusFound = (ledger: Ledger, text: string, category: string | null = null): readonly string[] =>
  ledger.searchItems({ text, category, limit: 200, offset: 0 }).map(({ item }) => item.sku)

const rug: CatalogueItem = {
  ...demoItem(0),
  sku: 'RUG-7' as Sku,
  name: { ar: 'زَرْبِيَّة أمازيغية', fr: 'Tapis berbère à motifs', en: 'Amazigh rug' },
  barcodes: ['6111234567890'],
  maker: 'Aïcha Ouhssain',
  village: 'Taznakht',
}

test.each([
  'tapis',
  'TAPIS BERB',
  'berbere',
  'motifs tap',
  'زربيه',
  'زربية',
  'زرب',
  'امازيغيه',
  'أمازيغية زر',
  'rug',
  'rug-7',
  'RUG 7',
  '61112345',
  '٦١١١٢',
  'aicha',
])('an item is found by %s', (typed) => {
  const ledger = testLedger()
  load(ledger, ...Array.from({ length: 50 }, (_, n) => demoItem(n)), rug)
  expect(skusFound(ledger, typed)).toContain('RUG-7')
})

test.each(['tapisx', 'berbere bleu', 'ug', 'OR', '"tapis', 'NOT', '*', 'a*b', "' OR 1=1 --", '…'])(
  'what is typed is words, never a query: %s',
  (typed) => {
    const ledger = testLedger()
    load(ledger, rug)
    const due =
      foldedWords(typed).length > 0 &&
      foldedWords(typed).every((word) => ` ${searchText(rug)}`.includes(` ${word}`))
    expect(skusFound(ledger, typed)).toEqual(due ? ['RUG-7'] : [])
  },
)

test('finds exactly the items that a reading of the whole catalogue finds', () => {
  const ledger = testLedger()
  const items = Array.from({ length: 300 }, (_, n) => demoItem(n))
  load(ledger, ...items)
  const words = [...new Set(items.flatMap((item) => searchText(item).split(' ')))]
  const typed = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.map(([word, letters]) => [...word].slice(0, letters).join('')).join(' '))
  fc.assert(
    fc.property(typed, fc.constantFrom(null, 'rugs', 'metal'), (text, category) => {
      const due = items
        .filter((item) => category === null || item.category === category)
        .filter((item) => {
          const has = searchText(item).split(' ')
          return foldedWords(text).every((word) => has.some((each) => each.startsWith(word)))
        })
        .map((item) => item.sku)
      expect(skusFound(ledger, text, category)).toEqual(due.slice(0, 200))
    }),
    { numRuns: 150 },
  )
})

test('pages join without a gap, searching and browsing', () => {
  const ledger = testLedger()
  load(ledger, ...Array.from({ length: 100 }, (_, n) => demoItem(n)))
  for (const query of [
    { text: '', category: null },
    { text: '', category: 'metal' },
    { text: 't', category: null },
    { text: 'maa', category: 'wood' },
  ]) {
    const whole = ledger.searchItems({ ...query, limit: 200, offset: 0 })
    const pages = Array.from({ length: 20 }, (_, i) =>
      ledger.searchItems({ ...query, limit: 7, offset: 7 * i }),
    )
    expect(pages.flat()).toEqual(whole)
    expect(whole.length).toBeGreaterThan(7)
  }
})

test('a renamed item is found by its new name only, with its stock and category', () => {
  const ledger = testLedger()
  load(ledger, rug)
  load(ledger, { ...rug, name: { fr: 'Kilim' }, barcodes: ['777'], category: 'kilims', stock: 3 })
  expect(skusFound(ledger, 'tapis')).toEqual([])
  expect(ledger.searchItems({ text: 'kil', category: null, limit: 1, offset: 0 })[0]?.stock).toBe(3)
  expect(ledger.findItem('6111234567890')).toBeNull()
  expect(ledger.findItem('777')?.sku).toBe('RUG-7')
  expect(ledger.findItem('RUG-7')?.name).toEqual({ fr: 'Kilim' })
  expect(ledger.listCategories()).toEqual([{ category: 'kilims', items: 1 }])
})

test('tickets are found by number, by card, by what was sold', () => {
  const ledger = testLedger()
  live(ledger, { items: 60, tickets: 300 })
  const made = [...history({ items: 60, tickets: 300 })]
    .flatMap((append) => append.facts)
    .flatMap((fact) =>
      fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted' ? [fact.ticket] : [],
    )
    .reverse()
  const list = (text: string, before: number | null = null, limit = 200) =>
    ledger
      .listTickets({ text, before: before as TicketNumber | null, limit })
      .map(({ number }) => number as number)

  expect(list('')).toEqual(made.slice(0, 200).map(({ number }) => number))
  expect(list('', 11, 3)).toEqual([10, 9, 8])
  expect(list('12', null, 200).filter((number) => String(number).startsWith('12'))).toEqual([
    129, 128, 127, 126, 125, 124, 123, 122, 121, 120, 12,
  ])
  expect(list('٢٩٩')).toContain(299)

  const sold = (matches: (item: CatalogueItem) => boolean): number[] => {
    const skus = new Set(
      Array.from({ length: 60 }, (_, n) => demoItem(n))
        .filter(matches)
        .map(({ sku }) => sku),
    )
    return made
      .filter((ticket) => ticket.lines.some((line) => skus.has(line.sku)))
      .map(({ number }) => number)
  }
  expect(list('Théière')).toEqual(sold((item) => item.name.fr?.startsWith('Théière') === true).slice(0, 200))
  const { sku } = demoItem(8)
  expect(list(sku)).toEqual(sold((item) => item.sku === sku))
  expect(list(fold(sku).slice(0, -1)).length).toBeGreaterThan(0)

  const card = made.find(
    (ticket) => ticket.tenders[0]?.kind === 'card' && ticket.tenders[0].approval !== null,
  )
  const tender = card?.tenders[0]
  const last4 = tender?.kind === 'card' ? (tender.approval?.maskedPan?.slice(-4) ?? '') : ''
  expect(list(last4)).toContain(card?.number)
  expect(list('9876')).toEqual([])
})

test('a summary says what the ticket says', () => {
  const ledger = testLedger()
  live(ledger, { items: 60, tickets: 150 })
  for (const summary of ledger.listTickets({ text: '', before: null, limit: 200 })) {
    const row = ledger.findTicket(summary.number)
    const { kind, cashier, gross, tenders, refundOf } = row?.ticket ?? {}
    expect(summary).toEqual({
      number: summary.number,
      at: row?.at,
      kind,
      cashier,
      gross,
      tenders: tenders?.map((tender) => tender.kind),
      refundOf: refundOf?.number ?? null,
    })
  }
})
