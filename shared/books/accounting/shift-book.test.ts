import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MadeUpShift, madeUpShifts } from '#test/harness/book-shifts.ts'
import { grouped, rawTickets, shareOf, total } from '#test/harness/books-oracle.ts'
import { accountPlans } from './account-plans.data.ts'
import { cardEntries, type SettledLine } from './card-entries.ts'
import { chartOf } from './chart.ts'
import type { EntryLine, JournalEntry } from './journal-entry.ts'
import { shiftBook } from './shift-book.ts'

const chart = chartOf({ plan: accountPlans.MA, language: 'fr', findOwner: () => null })

/** The journal of shifts one after the other. */
function journalOf(shifts: readonly MadeUpShift[]): readonly JournalEntry[] {
  let previous: number | null = null
  return shifts.flatMap(({ entries, counted }, at) => {
    const book = shiftBook(chart)
    for (const { fact, at: when } of entries) book.add(fact, when)
    const made = book.entries(`Z${at + 1}`, previous as never)
    previous = counted
    return made
  })
}

const linesOf = (entries: readonly JournalEntry[]): readonly EntryLine[] =>
  entries.flatMap(({ lines }) => lines)
const balance = (lines: readonly EntryLine[]): number => total(lines, ({ debit, credit }) => debit - credit)
const credited = (entries: readonly JournalEntry[], ...accounts: readonly string[]): number =>
  0 - balanceOf(entries, ...accounts)
const balanceOf = (entries: readonly JournalEntry[], ...accounts: readonly string[]): number =>
  balance(linesOf(entries).filter(({ account }) => accounts.includes(account)))

/** Of random days. */
const always = (agents: boolean, holds: (shifts: readonly MadeUpShift[]) => void): void =>
  fc.assert(
    fc.property(fc.nat(), (seed) => holds(madeUpShifts(seed, { shifts: 3, agents }))),
    { numRuns: 60 },
  )

const ticketsOf = (shifts: readonly MadeUpShift[]) => rawTickets(shifts.flatMap(({ entries }) => entries))

describe('the journal of a shift', () => {
  it('is balanced entry by entry, each line on one side alone', () => {
    always(true, (shifts) => {
      for (const { lines } of journalOf(shifts)) {
        expect(balance(lines)).toBe(0)
        expect(lines.length).toBeGreaterThan(1)
        for (const { debit, credit } of lines) {
          expect(Math.min(debit, credit)).toBe(0)
          expect(Math.max(debit, credit)).toBeGreaterThan(0)
        }
      }
    })
  })

  it('has the drawer’s account hold what was counted', () => {
    always(true, (shifts) => {
      const counted = shifts.map((_, at) => balanceOf(journalOf(shifts.slice(0, at + 1)), '51611'))
      expect(counted).toEqual(shifts.map((shift) => shift.counted))
    })
  })

  it('has every way to pay as the tickets have it', () => {
    always(true, (shifts) => {
      const journal = journalOf(shifts).filter((entry) => entry.journal === 'VTE')
      const tenders = ticketsOf(shifts).flatMap(({ ticket, sign }) =>
        ticket.tenders.map(({ kind, amount }) => ({ kind, amount: sign * amount })),
      )
      const of = (...kinds: readonly string[]) =>
        total(
          tenders.filter(({ kind }) => kinds.includes(kind)),
          ({ amount }) => amount,
        )
      expect(balanceOf(journal, '51611')).toBe(of('cash'))
      expect(balanceOf(journal, '51151')).toBe(of('card'))
      expect(balanceOf(journal, '5118')).toBe(of('mobile'))
      expect(balanceOf(journal, '51112')).toBe(of('cheque'))
      expect(balanceOf(journal, '3421')).toBe(of('transfer', 'online'))
    })
  })

  it('has the VAT that stands on the tickets, by rate', () => {
    always(false, (shifts) => {
      const journal = journalOf(shifts)
      const vat = ticketsOf(shifts).flatMap((ticket) => ticket.vat)
      const of = (rate: number) =>
        total(
          vat.filter((each) => each.rate === rate),
          (each) => each.vat,
        )
      expect(credited(journal, '445520')).toBe(of(2000))
      expect(credited(journal, '445510')).toBe(of(1000))
      expect(balanceOf(journal, '4455')).toBe(0)
      expect(credited(journal, '7111', '71276')).toBe(total(vat, ({ net }) => net))
    })
  })

  it('has what each owner is due, and the shop’s part of what it sold for them', () => {
    always(true, (shifts) => {
      const journal = journalOf(shifts).filter(({ journal: code }) => code === 'VTE' || code === 'OD')
      const lines = ticketsOf(shifts).flatMap((ticket) => ticket.lines)
      const dues = linesOf(journal).filter(({ account }) => account === '4481')
      for (const [owner, own] of grouped(
        lines.filter((line) => line.owner !== null),
        (line) => String(line.owner),
      ))
        expect(0 - balance(dues.filter(({ auxiliaryName }) => auxiliaryName === owner))).toBe(
          total(own, ({ due }) => due),
        )
      expect(balanceOf(journal, '6111')).toBe(
        total(
          lines.filter(({ owner, role }) => owner !== null && role === 'principal'),
          ({ due }) => due,
        ),
      )
      const agent = lines.filter(({ owner, role }) => owner !== null && role === 'agent')
      const commission = total(agent, ({ gross, due }) => gross - due)
      const commissionVat = total(
        agent,
        ({ gross, due }) => Math.sign(gross) * shareOf(Math.abs(gross - due), 2000, 12_000),
      )
      expect(credited(journal, '71272')).toBe(commission - commissionVat)
      // What is the shop's own: turnover and VAT together, to the centime.
      const ownGross = total(lines, ({ gross }) => gross) - total(agent, ({ gross }) => gross)
      expect(credited(journal, '7111', '71276', '445520', '445510') - commissionVat).toBe(ownGross)
    })
  })

  it('has duty, rounding and what the shop bears of them', () => {
    always(true, (shifts) => {
      const journal = journalOf(shifts).filter((entry) => entry.journal === 'VTE')
      const tickets = ticketsOf(shifts).map(({ ticket, sign }) => ({ ...ticket, sign }))
      expect(credited(journal, '4457')).toBe(total(tickets, ({ duty }) => duty?.amount ?? 0))
      expect(balanceOf(journal, '61671')).toBe(
        total(tickets, ({ duty }) => (duty?.borneBy === 'shop' ? duty.amount : 0)),
      )
      expect(credited(journal, '63861', '73861')).toBe(
        total(tickets, ({ rounding, sign }) => sign * rounding),
      )
    })
  })

  it('brings card money to come to nothing once every movement is paid', () => {
    always(true, (shifts) => {
      const settled = shifts.flatMap(({ entries, businessDay }) => {
        const started = new Map(
          entries.flatMap(({ fact }) =>
            fact.kind === 'attemptStarted' ? [[fact.attemptId, fact] as const] : [],
          ),
        )
        return entries.flatMap(({ fact }, at): SettledLine[] => {
          const attempt = fact.kind === 'attemptApproved' ? started.get(fact.attemptId) : undefined
          if (attempt === undefined) return []
          const kinds = { payment: 'sale', test: 'sale', refund: 'refund', void: 'saleReversal' } as const
          const kind = kinds[attempt.purpose]
          const line = { line: at, kind, amount: attempt.amount, fee: (at % 50) as never, on: null }
          const face = { authorisation: null, trace: null, terminalId: null, last4: null }
          return [
            {
              acquirer: 'bank',
              importedOn: '2026-11-30',
              line: { ...line, ...face, valueOn: businessDay },
              terminal: attempt.terminal,
            },
          ]
        })
      })
      const bank = cardEntries(chart, settled)
      for (const { lines } of bank) expect(balance(lines)).toBe(0)
      const fees = total(settled, ({ line }) => line.fee ?? 0)
      const gross = total(settled, ({ line }) => (line.kind === 'sale' ? line.amount : -line.amount))
      expect(balanceOf(bank, '5141')).toBe(gross - fees)
      expect(balanceOf(bank, '61473', '3455210')).toBe(fees)
      expect(balanceOf([...journalOf(shifts), ...bank], '51151')).toBe(0)
    })
  })
})
