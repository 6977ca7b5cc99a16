import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnMap } from '../contract/acquirers.ts'
import { mostRows, readStatement } from './read-statement.ts'

const map: ColumnMap = {
  separator: ';',
  encoding: 'utf-8',
  decimal: ',',
  days: 'DD/MM/YYYY',
  amount: 'Montant',
  fee: 'Commission',
  on: 'Date',
  valueOn: 'Valeur',
  authorisation: 'Autorisation',
  trace: 'Trace',
  terminalId: 'TPE',
  card: 'Carte',
  kind: null,
}
const head = 'Date;Valeur;TPE;Carte;Autorisation;Trace;Montant;Commission'
const sale = '23/11/2026;24/11/2026;TILL0001;516794******3315;00A1B2;000123;1 200,00;18,00'
const read = (text: string, more: Partial<ColumnMap> = {}) => readStatement(text, { ...map, ...more })
const troubleOf = (text: string, more: Partial<ColumnMap> = {}) => {
  const result = read(text, more)
  return result.ok ? 'it was read' : result.error
}
const linesOf = (text: string, more: Partial<ColumnMap> = {}) => {
  const result = read(text, more)
  return result.ok ? result.value.lines : result.error
}

test('a statement with lines above its head, blank lines and sums', () => {
  const text = [
    'Banque du Sud;;;;;;;',
    'Date;23/11/2026',
    '',
    head.toUpperCase(),
    sale,
    '',
    ';;;;;;;',
    '24/11/2026;;TILL0001;;;000124;-60,00;',
    'TOTAL;;;;;;1 140,00;18,00',
    'Total général : 1 140,00',
  ].join('\r\n')
  expect(read(text)).toEqual({
    ok: true,
    value: {
      skipped: { blank: 2, sums: 2 },
      lines: [
        {
          line: 1,
          kind: 'sale',
          amount: 120_000,
          fee: 1800,
          on: '2026-11-23',
          valueOn: '2026-11-24',
          authorisation: '00A1B2',
          trace: '000123',
          terminalId: 'TILL0001',
          last4: '3315',
        },
        {
          line: 4,
          kind: 'refund',
          amount: 6000,
          fee: null,
          on: '2026-11-24',
          valueOn: null,
          authorisation: null,
          trace: '000124',
          terminalId: 'TILL0001',
          last4: null,
        },
      ],
    },
  })
})

test('a map of one column reads one column', () => {
  const none = {
    fee: null,
    on: null,
    valueOn: null,
    authorisation: null,
    trace: null,
    terminalId: null,
    card: null,
  }
  expect(linesOf('Libellé;Montant\nx;12,00\n', none)).toMatchObject([{ amount: 1200, on: null, last4: null }])
})

test('words say what a line is, where the map has them', () => {
  const kind = { column: 'Type', refund: ['Crédit'], reversal: ['annulation'] }
  const rows = (...types: string[]) => [`${head};Type`, ...types.map((type) => `${sale};${type}`)].join('\n')
  expect(linesOf(rows('Achat', 'CRÉDIT', ' Annulation '), { kind })).toMatchObject([
    { kind: 'sale' },
    { kind: 'refund' },
    { kind: 'saleReversal' },
  ])
  const below = rows('Crédit').replace('1 200', '-1 200')
  expect(linesOf(below, { kind })).toMatchObject([{ kind: 'refund', amount: 120_000 }])
  expect(troubleOf(below.replace('Crédit', 'Achat'), { kind })).toEqual({
    line: 2,
    column: 63,
    reason: 'Montant: below zero on a line that is a payment',
  })
})

test.each([
  ['as kept', '18,00', '-0,90', [1800, -90]],
  ['as taken away', '-18,00', '0,90', [1800, -90]],
  ['kept of refunds too', '18,00', '0,90', [1800, 90]],
])('fees %s', (_, ofSale, ofRefund, expected) => {
  const refund = sale.replace('1 200,00', '-60,00')
  const text = [head, sale.replace('18,00', ofSale), refund.replace('18,00', ofRefund)].join('\n')
  const lines = linesOf(text)
  expect('map' in lines && lines.map((line) => line.fee)).toEqual(expected)
})

test('a fee that is kept of one payment and given back with another is not guessed', () => {
  expect(troubleOf([head, sale, sale.replace('18,00', '-18,00')].join('\n'))).toMatchObject({
    line: 3,
    column: 72,
  })
})

test.each([
  ['an amount in words', sale.replace('1 200,00', 'beaucoup'), 63, 'Montant: not an amount'],
  ['no amount', sale.replace('1 200,00', ''), 63, 'Montant: missing'],
  ['zero', sale.replace('1 200,00', '0,00'), 63, 'Montant: zero'],
  ['three decimals', sale.replace('1 200,00', '1,005'), 63, 'Montant: more than two decimals'],
  ['an American day', sale.replace('23/11/2026', '11/23/2026'), 1, 'Date: no day of the calendar'],
  ['a fee in words', sale.replace('18,00', 'x'), 72, 'Commission: not an amount'],
  ['a cell too few', sale.replace(';18,00', ''), 1, '7 fields where the head has 8'],
  ['a cell too many', `${sale};x`, 78, '9 fields where the head has 8'],
  ['a huge cell', sale.replace('000123', '9'.repeat(1_000_000)), 56, 'Trace: longer than 40 characters'],
  ['an open quote', `"${sale}`, 1, 'a quote is opened and never closed'],
  ['ten thousand cells', `${sale}${';'.repeat(10_000)}`, 1070, 'more than 1000 fields in one row'],
])('%s: line and column', (_, row, column, reason) => {
  expect(troubleOf(`${head}\n${sale}\n${row}\n`)).toEqual({ line: 3, column, reason })
})

test.each([
  ['<!DOCTYPE html><title>Session expirée</title>', /web page/],
  ['PK\u0003\u0004', /Excel/],
  ['%PDF-1.7', /PDF/],
  ['{"lines":[]}', /JSON/],
  ['D\u0000a\u0000t\u0000e\u0000', /not text/],
  ['', /empty/],
  [' \n \n', /empty/],
  ['a;b\n1;2\n', /no line names “Montant”/],
])('%j is no statement', (text, reason) => {
  expect(troubleOf(text)).toMatchObject({ line: 1, reason: expect.stringMatching(reason) })
})

test('a head that lacks a column, has one twice, or has nothing below it', () => {
  expect(troubleOf(`${head.replace('Carte', 'PAN')}\n${sale}`)).toMatchObject({
    line: 1,
    reason: expect.stringMatching(/^column “Carte” is missing: the head names “Date”, “Valeur”/),
  })
  expect(troubleOf(`${head};Montant\n${sale};1`)).toEqual({
    line: 1,
    column: 61,
    reason: 'column “Montant” stands twice',
  })
  expect(troubleOf(`${head}\nTOTAL;;;;;;0,00;`)).toMatchObject({ reason: 'there is no line below the head' })
})

test('another currency is refused where a column says so; dirhams by any name are not', () => {
  const rows = (...each: string[]) => [`${head};Devise`, ...each.map((code) => `${sale};${code}`)].join('\n')
  expect(linesOf(rows('MAD', '504', 'dh', ''))).toHaveLength(4)
  expect(troubleOf(rows('MAD', 'EUR'))).toEqual({
    line: 3,
    column: 78,
    reason: 'another currency: the till counts in dirhams',
  })
})

test('a million lines are refused at the first that is too many, blank ones too', () => {
  const none = {
    fee: null,
    on: null,
    valueOn: null,
    authorisation: null,
    trace: null,
    terminalId: null,
    card: null,
  }
  const tooMany = { line: mostRows + 1, column: 1, reason: 'more than 100000 lines: import it in parts' }
  expect(troubleOf(`Montant\n${'1\n'.repeat(1_000_000)}`, none)).toEqual(tooMany)
  expect(troubleOf(`Montant\n${'\n'.repeat(1_000_000)}`, none)).toEqual(tooMany)
}, 60_000)

test('no card number gets through, in whichever column, read or refused', () => {
  const card = '4111111111111111'
  const columns = head.split(';')
  for (const [place] of columns.entries()) {
    const cells = sale.split(';')
    cells[place] = card
    for (const text of [
      `${head}\n${cells.join(';')}`,
      `${cells.join(';')}\n${sale}`,
      `Date;Montant;${card}\n1;2;3`,
    ])
      expect(JSON.stringify(read(text))).not.toContain('411111')
  }
  expect(linesOf(`${head}\n${sale.replace('516794******3315', card)}`)).toMatchObject([{ last4: '1111' }])
})

test('whatever the bytes, it is read or refused at a place inside the file', () => {
  const unit = fc.constantFrom(
    ';',
    '\n',
    '"',
    '1',
    ',',
    '0',
    '-',
    '/',
    'TOTAL',
    ' ',
    'é',
    '\u0000',
    '2026',
    head,
    sale,
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), fc.boolean(), (tail, whole) => {
      const text = whole ? `${head}\n${tail}` : tail
      const result = read(text)
      if (result.ok) {
        for (const line of result.value.lines)
          expect(Number.isSafeInteger(line.amount) && line.amount > 0).toBe(true)
        return
      }
      const physical = text.split('\n')
      expect(result.error.line).toBeLessThanOrEqual(Math.max(physical.length, 1))
      expect(result.error.column).toBeLessThanOrEqual((physical[result.error.line - 1]?.length ?? 0) + 1)
    }),
    { numRuns: 1000 },
  )
})
