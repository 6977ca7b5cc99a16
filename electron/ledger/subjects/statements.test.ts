import { expect, test } from 'vitest'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { MatchedLine, StatementId } from '#shared/settlement/statement.ts'
import { cardDesk } from '#test/harness/ledger-cards.ts'
import { everyRow, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from '../verify/verify.ts'

const statement = 'statement-1' as StatementId
// The made-up clock stands still on this day.
const day = '2024-01-02'

const lineOf = (
  line: number,
  amount: number,
  more: Partial<MatchedLine['line']> = {},
): MatchedLine['line'] => ({
  line,
  kind: 'sale',
  amount: dirham(amount),
  fee: dirham(1),
  on: day,
  valueOn: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  last4: null,
  ...more,
})
const found = (line: MatchedLine['line'], movement: AttemptId): MatchedLine => ({
  line,
  movement,
  reason: null,
})
const notFound = (line: MatchedLine['line']): MatchedLine => ({ line, movement: null, reason: 'unknownHere' })

const imported = (
  lines: readonly MatchedLine[],
  more: Partial<FactOf<'statementImported'>> = {},
): FactOf<'statementImported'> => ({
  kind: 'statementImported',
  statement,
  part: 1,
  acquirer: 'bank',
  file: 'november.csv',
  sha256: 'aa',
  lines,
  ...more,
})

function settledShop() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = cardDesk(ledger)
  const movements = [desk.move({ amount: 300 }), desk.move({ amount: 200 }), desk.move({ amount: 100 })]
  const batch = desk.freeze('t1')
  const [first, second, third] = movements as [AttemptId, AttemptId, AttemptId]
  return { folder, ledger, desk, batch, first, second, third }
}

test('a statement is summed, and pays the movements its lines are of', () => {
  const { ledger, desk, batch, first, third } = settledShop()
  const refund = lineOf(2, 50, { kind: 'refund', fee: null })
  desk.say(imported([found(lineOf(1, 300), first), notFound(refund)]))
  const row = {
    statement,
    acquirer: 'bank',
    file: 'november.csv',
    importedAt: stoppedClock.now(),
    lines: 2,
    unmatched: 1,
    gross: 250,
    fees: 1,
  }
  expect(ledger.findStatement(statement)).toEqual(row)
  expect(ledger.listStatements(9)).toEqual([row])
  expect(ledger.statementOf('aa')).toBe(statement)
  expect(ledger.statementOf('bb')).toBeNull()
  expect(ledger.statementLines(statement)).toEqual([found(lineOf(1, 300), first), notFound(refund)])
  expect(ledger.paidBy(first)).toEqual({ statement, line: 1 })
  expect(ledger.paidBy(third)).toBeNull()
  expect(ledger.movementsOfBatch(batch).map(({ paidBy }) => paidBy?.line)).toEqual([1, undefined, undefined])
})

test('a long statement is several facts of one id, in order, from one file', () => {
  const { ledger, desk, first, second } = settledShop()
  expect(() => desk.say(imported([], { part: 2 }))).toThrow(/part 2/)
  desk.say(imported([found(lineOf(1, 300), first)]))
  expect(() => desk.say(imported([], { part: 1 }))).toThrow(/part 1/)
  expect(() => desk.say(imported([], { part: 2, sha256: 'bb' }))).toThrow(/part 2/)
  const more = [notFound(lineOf(2, 7)), found(lineOf(3, 200), second)]
  desk.say(imported(more, { part: 2 }))
  expect(ledger.findStatement(statement)).toMatchObject({ lines: 3, unmatched: 1, gross: 507, fees: 3 })
  expect(ledger.statementLines(statement).map(({ line }) => line.line)).toEqual([1, 2, 3])
  expect(() => desk.say(imported([], { statement: 'again' as StatementId }))).toThrow(/UNIQUE/)
})

test('a person says what a line is of; a line and a movement are matched once', () => {
  const { ledger, desk, first, second } = settledShop()
  desk.say(imported([found(lineOf(1, 300), first), notFound(lineOf(2, 200))]))
  const match = { kind: 'statementLineMatched', statement, line: 2, attemptId: second } as const
  for (const wrong of [
    { ...match, line: 1 },
    { ...match, line: 3 },
    { ...match, statement: 'nobody' as StatementId },
    { ...match, attemptId: first },
    { ...match, attemptId: desk.start() },
  ])
    expect(() => desk.say(wrong)).toThrow()
  desk.say(match)
  expect(() => desk.say(match)).toThrow(/does not wait/)
  expect(ledger.statementLines(statement)[1]).toEqual(found(lineOf(2, 200), second))
  expect(ledger.findStatement(statement)?.unmatched).toBe(0)
  expect(ledger.paidBy(second)).toEqual({ statement, line: 2 })
})

test('a movement paid twice is refused with all of its statement', () => {
  const { folder, desk, first } = settledShop()
  const before = everyRow(folder)
  const twice = [found(lineOf(1, 300), first), found(lineOf(2, 300), first)]
  expect(() => desk.say(imported(twice))).toThrow(/waits to be paid/)
  expect(everyRow(folder)).toEqual(before)
})

test('a statement may be of what its acquirer settled, and of what still collects for it', () => {
  const { ledger, desk, first, second, third } = settledShop()
  const collecting = desk.move()
  desk.move({ terminal: 't2' })
  desk.freeze('t2', { acquirer: 'other' })
  desk.move({ terminal: 't3' })
  const others = desk.move({ terminal: 't2' })
  desk.say(imported([found(lineOf(1, 300), first)]))
  const payable = ledger.movementsOfDays('bank', day, day)
  expect(payable.map(({ movement, paid }) => [movement.attemptId, paid])).toEqual([
    [first, true],
    [second, false],
    [third, false],
    [collecting, false],
  ])
  const unpaid = (limit: number) =>
    ledger.unpaidMovements('bank', '2024-01-01', day, limit).map(({ attemptId }) => attemptId)
  expect(unpaid(9)).toEqual([second, third, collecting])
  expect(unpaid(1)).toEqual([second])
  expect(ledger.movementsOfDays('other', day, day).at(-1)?.movement.attemptId).toBe(others)
  expect(ledger.movementsOfDays('bank', '2024-01-03', '2024-12-31')).toEqual([])
})

test('what was imported and matched is what verify recomputes', () => {
  const { folder, ledger, desk, first, second } = settledShop()
  desk.say(imported([found(lineOf(1, 300), first)]))
  desk.say(imported([notFound(lineOf(2, 200))], { part: 2 }))
  desk.say({ kind: 'statementLineMatched', statement, line: 2, attemptId: second })
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})
