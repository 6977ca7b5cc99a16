import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edc } from '#drivers/iso8583/dialects/edc.data.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import { frame } from '#drivers/iso8583/frames.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import { packager } from '#drivers/iso8583/packager.ts'
import { dirham } from '#shared/money/amount.ts'
import vectors from '#test/fixtures/acquirer/messages.json' with { type: 'json' }
import {
  hostIdentity,
  someApproval,
  someMovement,
  tellQuestion,
  totalsQuestion,
  uploadQuestion,
} from '#test/harness/host-questions.ts'
import { type Requests, requests } from './requests.ts'

const evening = totalsQuestion().at
/** EDC has its reversals netted: none is among the totals. */
const netted = { ...totalsQuestion().totals, saleReversals: { count: 0, amount: dirham(0) } }
const pastMidnight = { ...evening, utcMs: evening.utcMs + 6 * 3_600_000 }

const asked: Readonly<Record<string, (asks: Requests, dialect: string, batchNumber: number) => Message>> = {
  settle: (asks, dialect, batchNumber) =>
    asks.settle(totalsQuestion({ batchNumber, ...(dialect === 'edc' ? { totals: netted } : {}) })),
  close: (asks, dialect) =>
    asks.settle(
      totalsQuestion({
        stan: 124,
        at: pastMidnight,
        closing: true,
        repeat: true,
        ...(dialect === 'edc' ? { totals: netted } : {}),
      }),
    ),
  upload: (asks) => asks.upload(uploadQuestion()),
  reverse: (asks) => asks.reverse(tellQuestion({ repeat: true })),
  advise: (asks) => asks.advise(tellQuestion({ stan: 202, movement: { ...someMovement, kind: 'refund' } })),
  network: (asks) => asks.network('001', 901, evening),
}

test.each(vectors.messages)('$dialect $what, to the byte', (vector) => {
  const shipped = vector.dialect === 'edc' ? edc : iso87
  const { functionCode: code, batch } = vector
  const talk = {
    ...shipped.talk,
    ...(code === null ? {} : { functionCode: { settle: code, closing: code, other: code } }),
    ...(batch === null ? {} : { batchNumber: { field: 60, digits: batch.digits } }),
  }
  const dialect = { ...shipped, talk }
  const asks = requests(dialect, vector.identity)
  const message = asked[vector.asked]?.(asks, dialect.name, batch?.number ?? 42) as Message
  const bytes = frame(packager(dialect).pack(message), dialect.framing)
  expect(Buffer.from(bytes).toString('hex').toUpperCase()).toBe(vector.hex)
})

const dialects = [iso87, edc]

test.each(dialects)('$name: a repetition is the same message but for its type', (dialect) => {
  const asks = requests(dialect, hostIdentity)
  const pairs = (['settle', 'upload', 'reverse', 'advise'] as const).map((kind) =>
    [false, true].map((repeat) => {
      if (kind === 'settle') return asks.settle(totalsQuestion({ repeat, totals: netted }))
      if (kind === 'upload') return asks.upload(uploadQuestion({ repeat }))
      return asks[kind](tellQuestion({ repeat }))
    }),
  )
  expect(pairs.map(([first, again]) => [first?.mti, again?.mti])).toEqual([
    ['0500', '0501'],
    ['0320', '0321'],
    ['0420', '0421'],
    ['0220', '0221'],
  ])
  for (const [first, again] of pairs) expect(again?.fields).toEqual(first?.fields)
})

test('a host of few digits has batch numbers go round past zero', () => {
  const batchNumber = { field: 60, digits: 2 }
  const asks = requests({ ...iso87, talk: { ...iso87.talk, batchNumber } }, hostIdentity)
  const numbers = [1, 99, 100, 198, 199].map((number) =>
    asks.settle(totalsQuestion({ batchNumber: number })).fields.get(60),
  )
  expect(numbers).toEqual(['01', '99', '01', '99', '01'])
})

test('a dialect of later years has its years, and goes without what it has no field for', () => {
  const n = (length: number) => ({ class: 'n', length, prefix: 0 }) as const
  const fields = { 11: n(12), 12: n(14), 13: null, 15: n(8), 37: null, 49: null, 99: null }
  const later = { ...iso87, version: '2', wire: { ...iso87.wire, fields } } as const
  const { mti, fields: said } = requests(later, hostIdentity).settle(totalsQuestion())
  expect(mti).toBe('2500')
  expect([11, 12, 13, 15, 37, 49, 99].map((field) => said.get(field))).toEqual([
    '000000000123',
    '20261123183015',
    undefined,
    '20261123',
    undefined,
    undefined,
    undefined,
  ])
})

test('a group that a dialect has no place for is not left out in silence', () => {
  const asks = requests(edc, hostIdentity)
  expect(() => asks.settle(totalsQuestion())).toThrow(
    expect.objectContaining({ trouble: 'missing', place: 63 }),
  )
  const thousand = { ...netted, sales: { count: 1_000, amount: dirham(1) } }
  expect(() => asks.settle(totalsQuestion({ totals: thousand }))).toThrow(
    expect.objectContaining({ trouble: 'tooLong', place: 63 }),
  )
})

test.each([
  ['000042', '007', '000042', '007'],
  [' 42 ', 'Y1 ', '42', 'Y1'],
  ['42-1', 'OK!', undefined, undefined],
  ['٤٢', 'é', undefined, undefined],
  ['1234567890123', '1234567', undefined, undefined],
  ['', ' ', undefined, undefined],
  [null, null, undefined, undefined],
])(
  'a trace of %j and an approval code of %j are said as they are, or not at all',
  (trace, authorisation, de37, de38) => {
    const movement = { ...someMovement, approval: { ...someApproval, trace, authorisation } }
    const { fields } = requests(iso87, hostIdentity).upload(uploadQuestion({ movement }))
    expect([fields.get(37), fields.get(38)]).toEqual([de37, de38])
  },
)

/** Fields of cards: number, expiry, tracks, PIN, chip (ISO 8583:1987 table 3). */
const cardFields = [2, 14, 34, 35, 36, 45, 52, 53, 55]

// Numbers made up for tests, in the shapes in which they stray into other fields.
const cards = ['4539148803436467', '5425233430109903', '374245455400126', '6304938472815627']
const strays = (card: string): readonly string[] => [
  card,
  ` ${card} `,
  card.replace(/(.{4})/g, '$1 ').trim(),
  `AUTH ${card}`,
  `;${card}=27122011000012300000?`,
]

test.each(dialects)('$name: a card number sown anywhere in an approval grows in no message', (dialect) => {
  const asks = requests(dialect, hostIdentity)
  const codec = packager(dialect)
  const parts = ['maskedPan', 'scheme', 'authorisation', 'trace', 'terminalId', 'terminalTime'] as const
  const sown = fc.record({
    card: fc.constantFrom(...cards),
    shape: fc.nat({ max: 4 }),
    where: fc.subarray([...parts], { minLength: 1 }),
  })
  fc.assert(
    fc.property(sown, ({ card, shape, where }) => {
      const text = strays(card)[shape] as string
      const stray = Object.fromEntries(where.map((part) => [part, text]))
      const approval = { ...someApproval, ...stray, slip: [text] }
      const movement = { ...someMovement, approval }
      const messages = [
        asks.upload(uploadQuestion({ movement })),
        asks.reverse(tellQuestion({ movement })),
        asks.advise(tellQuestion({ movement })),
      ]
      for (const message of messages) {
        expect(cardFields.filter((field) => message.fields.has(field))).toEqual([])
        const hex = Buffer.from(codec.pack(message)).toString('hex')
        const characters = Buffer.from(hex, 'hex').toString('latin1')
        // As text or packed, neither the number nor the six digits that a mask hides, nor any field that holds them.
        for (const seen of [hex, characters]) expect(seen).not.toContain(card.slice(5, 12))
        for (const value of message.fields.values()) expect(value).not.toMatch(/\d{4} \d{4}|[;=?]/)
      }
    }),
  )
})
