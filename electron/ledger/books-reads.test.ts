import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { closeEmptyShift, closeWithoutZ, liveOnBooks, someOwner } from '#test/harness/ledger-books.ts'
import { live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from './verify/verify.ts'
import type { Ledger } from './write-ledger.ts'

const at = stoppedClock.now()

/** A history of some days, every shift closed; and all its ticket lines, read one by one from its tickets. */
function lived(tickets: number) {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 60, tickets, seed: 11 })
  closeWithoutZ(ledger)
  return { folder, ledger, rows: ticketsOf(ledger) }
}

function ticketsOf(ledger: Ledger) {
  const rows = []
  for (let number = 1; ; number += 1) {
    const row = ledger.findTicket(number as TicketNumber)
    if (row === null) return rows
    rows.push(row)
  }
}

const all = { from: '2000-01-01', to: '2099-12-31' }

test('shifts are found by their days, and their stretches hold every ticket once, in order', () => {
  const { ledger, rows } = lived(400)
  const shifts = ledger.shiftsOn(all)
  expect(shifts.length).toBeGreaterThan(1)
  const found = shifts.flatMap(({ opened, closed }) =>
    [...ledger.entriesBetween(opened, closed ?? (1e9 as Seq), ['saleCompleted', 'refundCompleted'])].map(
      ({ fact, hash }) => [fact.ticket.number, fact.ticket.gross, hash],
    ),
  )
  expect(found).toEqual(rows.map(({ ticket, hash }) => [ticket.number, ticket.gross, hash]))
  const [first] = shifts
  const day = first?.businessDay ?? ''
  expect(ledger.firstDay()).toBe(day)
  expect(ledger.shiftsOn({ from: day, to: day }).every(({ businessDay }) => businessDay === day)).toBe(true)
  expect(ledger.absoluteTotal()).toBe(rows.reduce((sum, { ticket }) => sum + ticket.gross, 0))
})

test('what an owner is due, before any day and in any days, is what the lines say', () => {
  const { ledger, rows } = lived(600)
  const owners = ledger.owners()
  expect(owners.length).toBeGreaterThan(1)
  const days = [...new Set(rows.map(({ ticket }) => ticket.businessDay))].sort()
  const duesOf = (owner: string, wanted: (day: string) => boolean): number => {
    let due = 0
    for (const { ticket } of rows)
      for (const line of ticket.lines)
        if (line.owner?.owner === owner && wanted(ticket.businessDay))
          due += ticket.kind === 'sale' ? line.ownerDue : -line.ownerDue
    return due
  }
  const day = fc.constantFrom(...days)
  fc.assert(
    fc.property(fc.constantFrom(...owners), day, day, (account, one, other) => {
      const [from, to] = [one, other].sort() as [string, string]
      const { owner } = account
      expect(account.due).toBe(duesOf(owner, () => true))
      expect(ledger.ownerBalanceBefore(owner, from)).toBe(duesOf(owner, (each) => each < from))
      const moves = [...ledger.ownerMoves(owner, { from, to })]
      expect(moves.reduce((sum, { due }) => sum + due, 0)).toBe(
        duesOf(owner, (each) => each >= from && each <= to),
      )
    }),
    { numRuns: 60 },
  )
})

test('money given to an owner stands in the account on its day; a wrong balance is not written', () => {
  const { folder, ledger } = lived(200)
  liveOnBooks(ledger)
  const [first] = ledger.owners()
  const owner = first?.owner ?? ''
  expect(ledger.findOwner(owner)).toMatchObject({ contract: someOwner(owner), paid: 5000 })
  expect(ledger.findOwner('nobody yet')).toMatchObject({ due: 0, paid: 0 })
  expect(ledger.findOwner('unheard of')).toBeNull()
  const given = [...ledger.ownerMoves(owner, { from: '2024-01-02', to: '2024-01-02' })]
  expect(given.filter(({ kind }) => kind === 'payment')).toMatchObject([
    { due: -5000, fact: { what: 'advance', reference: 'virement 12' } },
  ])
  const wrong = {
    kind: 'ownerPaid',
    owner,
    what: 'payout',
    amount: dirham(1),
    by: 'cash',
    reference: '',
    businessDay: '2024-01-02',
    shiftId: null,
    period: null,
    before: dirham(7),
    after: dirham(6),
  } as const
  expect(() => ledger.append([wrong], 'driss', at)).toThrow('is due')
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('closings are found by number, period, days and entry; a number is given once, a period closed once', () => {
  const { ledger } = lived(50)
  const seqs = ['a', 'b', 'c'].map((id) => closeEmptyShift(ledger, id))
  expect(ledger.listClosings('shift', null, 2).map(({ closing }) => closing.number)).toEqual([3, 2])
  expect(ledger.listClosings('shift', 2, 9).map(({ closing }) => closing.of)).toEqual(['a'])
  expect(ledger.lastClosingNumber('shift')).toBe(3)
  expect(ledger.lastClosingNumber('month')).toBe(0)
  expect(ledger.closingOf('shift', 'b')?.seq).toBe(seqs[1])
  expect(ledger.closingOf('month', 'b')).toBeNull()
  expect(ledger.findClosing(seqs[2] as Seq)?.closing.of).toBe('c')
  expect(ledger.findClosing(1 as Seq)).toBeNull()
  const within = (from: string, to: string) => ledger.closingsIn('shift', { from, to }).length
  expect([within('2024-01-01', '2024-01-31'), within('2024-01-03', '2024-01-31')]).toEqual([3, 0])
  const again = ledger.closingOf('shift', 'b')
  if (again === null) throw new Error('it was closed')
  const say = (part: object) =>
    ledger.append(
      [{ kind: 'periodClosed', signed: null, closing: { ...again.closing, ...part } }],
      'amina',
      at,
    )
  expect(() => say({ number: 4 })).toThrow('closed already')
  expect(() => say({ number: 5, of: 'd' })).toThrow('an earlier number is due')
  expect(() => say({ number: 3, of: 'd' })).toThrow('given before')
  expect(() => say({ number: 4, of: 'd' })).toThrow('is not over')
})

test('after a backup is brought back no number that anybody has on paper is given again', () => {
  const { folder, ledger, rows } = lived(60)
  const newest = ledger.head()
  if (newest === null) throw new Error('the ledger is empty')
  const restored = (part: object) =>
    ledger.append(
      [
        {
          kind: 'ledgerRestored',
          from: { seq: newest.seq, hash: newest.hash },
          backupMadeAt: at,
          backup: '0'.repeat(64),
          lastTicketSeen: rows.length + 4,
          nonce: 'n',
          ...part,
        },
      ],
      '',
      at,
    )
  expect(() => restored({ lastTicketSeen: rows.length - 1 })).toThrow('is said to be the newest')
  expect(() => restored({ from: { seq: newest.seq - 1, hash: newest.hash } })).toThrow('brought back at')
  const terminals = ledger.nextTerminalSequence()
  restored({})
  expect(ledger.nextTerminalSequence()).toBe(((terminals - 1 + 10_000) % 999_999) + 1)
  expect(ledger.nextTicketNumber()).toBe(rows.length + 5)
  expect(ledger.restores()).toMatchObject([{ fact: { nonce: 'n' } }])
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})
