import type { WriteLedger } from '#electron/ledger/handles.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Closing } from '#shared/closing/closing.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import type { ReceiptLanguage } from '#shared/kernel/language.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { dirham } from '#shared/money/amount.ts'
import { emptyFigures } from '../../harness/ledger-books.ts'
import { saleFacts } from '../../harness/ledger-facts.ts'

const items = demoShop.items.filter(({ unique, stock }) => !unique && stock > 4)
const languages: readonly ReceiptLanguage[] = ['fr', 'es', 'en', 'de', 'fr', 'it', 'ar', 'zh']
const tenders = ['cash', 'card', 'cash', 'mobile', 'card'] as const

/** Sales that a counter made within a shift that is open, from 9:00 on. @returns what they come to, minor units */
function sell(
  ledger: WriteLedger,
  shiftId: ShiftId,
  businessDay: string,
  many: number,
  untilHour: number,
): number {
  const chance = seededChance(Number(businessDay.replaceAll('-', '')))
  const pick = <T>(some: readonly T[]): T => some[Math.floor(chance() * some.length)] as T
  const span = (untilHour - 9) * 60
  let gross = 0
  for (let n = 0; n < many; n++) {
    const number = ledger.nextTicketNumber()
    const minute = 9 * 60 + Math.floor((span * n) / many)
    const at = { utcMs: Date.parse(`${businessDay}T00:00:00Z`) + (minute - 60) * 60_000, offsetMinutes: 60 }
    const language = pick(languages)
    const sale = saleFacts({
      n: number,
      number,
      shiftId,
      businessDay,
      items: Array.from({ length: 1 + Math.floor(chance() * 2) }, () => pick(items)),
      tender: pick(tenders),
      terminalSequence: ledger.nextTerminalSequence(),
    })
    gross += sale.ticket.gross
    for (const { facts, forwards } of sale.steps)
      ledger.append(
        facts.map((fact) =>
          fact.kind === 'saleCompleted' ? { ...fact, ticket: { ...fact.ticket, language } } : fact,
        ),
        'amina',
        at,
        forwards,
      )
  }
  return gross
}

/** A day that is over, with its Z. @returns what it came to */
export function soldDay(ledger: WriteLedger, businessDay: string, many: number): number {
  const shiftId = `shift-${businessDay}` as ShiftId
  const at = (hour: number) => ({
    utcMs: Date.parse(`${businessDay}T00:00:00Z`) + (hour - 1) * 3_600_000,
    offsetMinutes: 60,
  })
  const float = dirham(50_000)
  const opened: Fact = { kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float }
  const [entry] = ledger.append([opened], 'amina', at(9))
  const gross = sell(ledger, shiftId, businessDay, many, 20)
  const head = ledger.head()
  if (entry === undefined || head === null) throw new Error('a shift was opened')
  const { cash } = ledger.drawer(shiftId)
  const counted = dirham(float + cash)
  const drawer = {
    float,
    cash,
    in: dirham(0),
    out: dirham(0),
    expected: counted,
    counted,
    difference: dirham(0),
  }
  const closing: Closing = {
    version: 1,
    period: 'shift',
    number: ledger.lastClosingNumber('shift') + 1,
    of: shiftId,
    days: { first: businessDay, last: businessDay },
    till: ledger.tillId,
    closedAt: at(20),
    by: 'amina',
    entries: { first: entry.seq, last: head.seq },
    head: head.hash,
    tickets: null,
    figures: { ...emptyFigures, gross: dirham(gross) },
    notes: { overrides: [], noSales: [], reprints: [], cashMoves: [], count: null },
    grandTotal: ledger.grandTotal(),
    absoluteTotal: ledger.absoluteTotal(),
    restores: 0,
  }
  ledger.append(
    [
      { kind: 'shiftClosed', shiftId, drawer, grandTotal: ledger.grandTotal() },
      { kind: 'periodClosed', closing, signed: null },
    ],
    'amina',
    at(20),
  )
  return gross
}

/** What was sold this morning, in the shift that is open. @returns what it came to */
export function soldThisMorning(ledger: WriteLedger, many: number): number {
  const shift = ledger.openShift()
  if (shift === null) throw new Error('no shift is open')
  return sell(ledger, shift.shiftId, shift.businessDay, many, 10)
}
