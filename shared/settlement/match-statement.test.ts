import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttemptId, Seq, TicketNumber } from '../kernel/ids.ts'
import { dirham } from '../money/amount.ts'
import { matchStatement, type Payable } from './match-statement.ts'
import type { CardMovement, MovementKind } from './movement.ts'
import type { StatementLine } from './statement.ts'

interface Told {
  readonly kind?: MovementKind
  readonly amount?: number
  readonly day?: string
  readonly authorisation?: string
  readonly trace?: string
  readonly terminal?: string
  readonly last4?: string
  readonly paid?: boolean
}

function movement(seq: number, told: Told = {}): Payable {
  const { kind = 'sale', amount = 5000, day = '2026-11-23', paid = false } = told
  return {
    paid,
    movement: {
      attemptId: `m${seq}` as AttemptId,
      kind,
      amount: dirham(amount),
      terminal: 'desk',
      approval: {
        maskedPan: told.last4 === undefined ? null : `516794******${told.last4}`,
        scheme: null,
        authorisation: told.authorisation ?? null,
        trace: told.trace ?? null,
        terminalId: told.terminal ?? null,
        terminalTime: null,
        slip: [],
      },
      decidedBy: { kind: 'terminal' },
      undoes: null,
      ticket: seq as TicketNumber,
      at: { utcMs: Date.parse(`${day}T12:00:00Z`), offsetMinutes: 60 },
      seq: seq as Seq,
    },
  }
}

const line = (number: number, told: Told & { readonly noDay?: boolean } = {}): StatementLine => ({
  line: number,
  kind: told.kind ?? 'sale',
  amount: dirham(told.amount ?? 5000),
  fee: null,
  on: told.noDay === true ? null : (told.day ?? '2026-11-23'),
  valueOn: null,
  authorisation: told.authorisation ?? null,
  trace: told.trace ?? null,
  terminalId: told.terminal ?? null,
  last4: told.last4 ?? null,
})

const found = (lines: readonly StatementLine[], payable: readonly Payable[]) =>
  matchStatement(lines, payable).map((each) => each.movement ?? each.reason)

test.each<[string, Told, Told]>([
  ['an authorisation, in small letters', { authorisation: 'a1b2c3' }, { authorisation: 'A1B2C3' }],
  ['an authorisation that lost its zeros', { authorisation: '12' }, { authorisation: '000012' }],
  ['an authorisation, days later', { authorisation: 'A1', day: '2026-11-27' }, { authorisation: 'A1' }],
  ['the terminal’s number', { trace: '123' }, { trace: '000123' }],
  ['a retrieval reference that ends in it', { trace: '632718000123' }, { trace: '000123' }],
  ['a number of the day after', { trace: '123', day: '2026-11-24' }, { trace: '123' }],
  ['terminal, day and card', { terminal: 'T1', last4: '3315' }, { terminal: 'T1', last4: '3315' }],
  ['nothing but amount and day', {}, {}],
  ['nothing but amount and the day before', { day: '2026-11-22' }, {}],
  ['money back that may be a reversal', { kind: 'refund' }, { kind: 'saleReversal' }],
])('%s is enough', (_, told, known) => {
  expect(
    found([line(1, told)], [movement(1, known), movement(2, { amount: 4999, day: '2026-11-01' })]),
  ).toEqual(['m1'])
})

test.each<[string, readonly StatementLine[], readonly Payable[], readonly string[]]>([
  ['nothing like it', [line(1, { amount: 1 })], [movement(1)], ['unknownHere']],
  ['money the other way', [line(1, { kind: 'refund' })], [movement(1)], ['unknownHere']],
  ['two days away', [line(1, { day: '2026-11-25' })], [movement(1)], ['unknownHere']],
  [
    'another authorisation',
    [line(1, { authorisation: 'B' })],
    [movement(1, { authorisation: 'A' })],
    ['unknownHere'],
  ],
  ['another card', [line(1, { last4: '1' })], [movement(1, { last4: '3315' })], ['unknownHere']],
  [
    'its number, a month later',
    [line(1, { trace: '1', day: '2026-12-23' })],
    [movement(1, { trace: '1' })],
    ['unknownHere'],
  ],
  ['two that fit', [line(1)], [movement(1), movement(2)], ['several']],
  ['two lines for one', [line(1), line(2)], [movement(1)], ['several', 'several']],
  [
    'no day and two that fit',
    [line(1, { noDay: true })],
    [movement(1), movement(2, { day: '2026-10-01' })],
    ['several'],
  ],
  [
    'another amount',
    [line(1, { authorisation: 'A', amount: 4900 })],
    [movement(1, { authorisation: 'A' })],
    ['amountDiffers'],
  ],
  [
    'another amount under its number',
    [line(1, { trace: '1', terminal: 'T', amount: 4900 })],
    [movement(1, { trace: '1', terminal: 'T' })],
    ['amountDiffers'],
  ],
  [
    'paid already',
    [line(1, { authorisation: 'A' })],
    [movement(1, { authorisation: 'A', paid: true })],
    ['paidBefore'],
  ],
  ['paid already, by day and amount', [line(1)], [movement(1, { paid: true })], ['paidBefore']],
  [
    'a line that stands twice',
    [line(2, { authorisation: 'A' }), line(1, { authorisation: 'A' })],
    [movement(1, { authorisation: 'A' })],
    ['paidBefore', 'm1'],
  ],
])('%s', (_, lines, payable, expected) => {
  expect(found(lines, payable)).toEqual(expected)
})

test('two alike on both sides are paired where nobody can tell them apart, and not where they differ', () => {
  const same = { terminal: 'T', last4: '3315' }
  expect(found([line(1, same), line(2, same)], [movement(1, same), movement(2, same)])).toEqual(['m1', 'm2'])
  const told = [movement(1, { ...same, authorisation: 'A' }), movement(2, { ...same, authorisation: 'B' })]
  expect(found([line(1, same), line(2, same)], told)).toEqual(['several', 'several'])
  expect(found([line(1, { ...same, authorisation: 'B' }), line(2, same)], told)).toEqual(['m2', 'm1'])
})

test('the certain ones are found first, and what is left is certain after them', () => {
  const payable = [movement(1, { authorisation: 'A' }), movement(2, { authorisation: 'B' }), movement(3)]
  expect(found([line(1), line(2, { authorisation: 'B' }), line(3, { authorisation: 'A' })], payable)).toEqual(
    ['m3', 'm2', 'm1'],
  )
})

const told = fc.record<Told>(
  {
    kind: fc.constantFrom('sale', 'sale', 'sale', 'refund', 'saleReversal'),
    amount: fc.constantFrom(5000, 6000, 7000),
    day: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24', '2026-11-26'),
    authorisation: fc.constantFrom('A', 'B', 'C', '0'),
    trace: fc.constantFrom('1', '000001', '632718000001', '2'),
    terminal: fc.constantFrom('T1', 'T2'),
    last4: fc.constantFrom('1111', '2222'),
    paid: fc.boolean(),
  },
  { requiredKeys: ['kind', 'amount', 'day'] },
)
const world = fc
  .tuple(fc.array(told, { maxLength: 14 }), fc.array(told, { maxLength: 14 }))
  .map(([lines, movements]) => ({
    lines: lines.map((each, at) => line(at + 1, each)),
    payable: movements.map((each, at) => movement(at + 1, each)),
  }))

test('whatever the statement: no movement twice, none against what both sides say, none that was paid', () => {
  fc.assert(
    fc.property(world, ({ lines, payable }) => {
      const matched = matchStatement(lines, payable)
      expect(matched.map((each) => each.line)).toEqual(lines)
      const movements = new Map(payable.map((each) => [each.movement.attemptId, each]))
      const used = matched.flatMap((each) => each.movement ?? [])
      expect(new Set(used).size).toBe(used.length)
      for (const { line: own, movement: id, reason } of matched) {
        expect(id === null).toBe(reason !== null)
        if (id === null) continue
        const other = movements.get(id)
        expect(other?.paid).toBe(false)
        expect(other?.movement.amount).toBe(own.amount)
        expect(other?.movement.kind === 'sale').toBe(own.kind === 'sale')
        const { authorisation, maskedPan } = other?.movement.approval ?? {}
        const says = (ours: string | null | undefined, theirs: string | null) =>
          ours && theirs && theirs !== '0'
        if (says(authorisation, own.authorisation) && authorisation !== '0')
          expect(own.authorisation).toBe(authorisation)
        if (says(maskedPan, own.last4)) expect(maskedPan?.slice(-4)).toBe(own.last4)
      }
    }),
    { numRuns: 1000 },
  )
})

test('it makes no difference in which order lines and movements come', () => {
  const shuffled = world.chain(({ lines, payable }) =>
    fc.record({
      lines: fc.constant(lines),
      payable: fc.constant(payable),
      otherLines: fc.shuffledSubarray(lines, { minLength: lines.length }),
      otherPayable: fc.shuffledSubarray(payable, { minLength: payable.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ lines, payable, otherLines, otherPayable }) => {
      const byLine = matchStatement(otherLines, otherPayable).toSorted((a, b) => a.line.line - b.line.line)
      expect(byLine).toEqual(matchStatement(lines, payable))
    }),
    { numRuns: 1000 },
  )
})

test('a number that two movements had is known once one of them has its line', () => {
  const lines = [
    line(1, { kind: 'refund', amount: 5000, day: '2026-11-26' }),
    line(2, { kind: 'refund', amount: 5000, day: '2026-11-22' }),
    line(3, { kind: 'refund', amount: 5000, day: '2026-11-23', authorisation: 'B' }),
  ]
  const payable = [
    movement(1, { kind: 'refund', amount: 5000, day: '2026-11-26', authorisation: 'B' }),
    movement(2, { kind: 'refund', amount: 5000, day: '2026-11-22', authorisation: 'B' }),
  ]
  expect(matchStatement(lines, payable).map((each) => each.movement)).toEqual(['m1', null, 'm2'])
})

test('a second look at what is left finds nothing: what was certain was found the first time', () => {
  fc.assert(
    fc.property(world, ({ lines, payable }) => {
      const first = matchStatement(lines, payable)
      const used = new Set(first.map((each) => each.movement))
      const open = first.flatMap((each) => (each.movement === null ? [each.line] : []))
      const paid = payable.map((each) => ({ ...each, paid: each.paid || used.has(each.movement.attemptId) }))
      for (const { line: own, movement: id } of matchStatement(open, paid)) {
        // Only by being alone now, never by a number that was there before.
        if (id !== null) expect(own.authorisation === null || own.authorisation === '0').toBe(true)
      }
    }),
  )
})

/** As an acquirer writes it: RRN in place of the terminal's number, zeros lost, a tenth without an authorisation. */
function busyShop(size: number): { readonly lines: StatementLine[]; readonly payable: Payable[] } {
  const payable: Payable[] = []
  const lines: StatementLine[] = []
  for (let n = 0; n < size; n++) {
    const day = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
    const stan = String(n % 1_000_000).padStart(6, '0')
    const known = {
      amount: 100 + ((n * 7919) % 90_000),
      day,
      terminal: `T${n % 7}`,
      last4: String(1000 + (n % 9000)),
    }
    const authorisation = ((n * 2_654_435_761) % 2_176_782_336).toString(36).toUpperCase().padStart(6, '0')
    payable.push(movement(n + 1, { ...known, authorisation, trace: stan }))
    lines.push(
      line(n + 1, {
        ...known,
        trace: `632718${stan}`,
        ...(n % 10 === 0 ? {} : { authorisation: authorisation.replace(/^0+(?=\d+$)/, '') }),
      }),
    )
  }
  return { lines: lines.reverse(), payable }
}

test('a year of a busy shop, and a day where everything is alike', () => {
  const timed = (lines: readonly StatementLine[], payable: readonly Payable[]) => {
    const before = performance.now()
    const matched = matchStatement(lines, payable)
    const ms = Math.round(performance.now() - before)
    process.stdout.write(`${lines.length} lines × ${payable.length} movements: ${ms} ms\n`)
    return matched
  }
  const { lines, payable } = busyShop(100_000)
  expect(timed(lines, payable).filter((each) => each.movement !== `m${each.line.line}`)).toEqual([])
  const alike = Array.from({ length: 20_000 }, (_, n) => n + 1)
  const open = timed(
    alike.map((n) => line(n)),
    alike.map((n) => movement(n)),
  )
  expect(open.every((each) => each.reason === 'several')).toBe(true)
}, 300_000)

test('a movement in no particular shape is still a movement', () => {
  const spoken: CardMovement = { ...movement(1).movement, approval: null }
  expect(found([line(1)], [{ movement: spoken, paid: false }])).toEqual(['m1'])
  expect(found([], [movement(1)])).toEqual([])
  expect(found([line(1)], [])).toEqual(['unknownHere'])
})
