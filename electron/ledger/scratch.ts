import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Clock } from '#electron/platform/clock.ts'
import type { TillId } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { OwnerAccount } from './books-handles.ts'
import type { ReadLedger, TicketQuery, TicketSummary, WriteLedger } from './handles.ts'
import { createDatabase, ledgerPath } from './open.ts'
import { type HeadRow, headReads } from './subjects/head.ts'
import { type Ledger, writeLedger } from './write-ledger.ts'

export interface ScratchOptions {
  readonly folder: string
  /** The real ledger of the same folder, open. Nothing is ever written to it from here. */
  readonly from: WriteLedger
  readonly clock: Clock
}

const trainingTill = 'training' as TillId

const scratchPath = (folder: string): string => join(folder, 'training.db')

/**
 * What a training left in a folder. At the start of a till, too: a power cut leaves whomever somebody practised an export
 * form with, and nobody may train again for a year.
 */
export function removeScratch(folder: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(scratchPath(folder) + suffix, { force: true })
}

// What the counter must find in training as it is on the real shelf.
const copied = [
  'settings',
  'people',
  'pins',
  'items',
  'barcodes',
  'categories',
  'stock',
  // What stands for a past ticket, and so falls when that ticket is given back in training.
  'invoices',
  'export_forms',
  'certificates',
  'shop_keys',
  'owners',
] as const

/**
 * A ledger to practise on: the shop's real catalogue, people, settings and open shift, its own tickets. Numbers go
 * on from the real ones, and past real tickets are seen through it, so that a refund can be practised. Made anew
 * each time and gone at `close`; not chained to the real ledger and not verified.
 */
export function openScratchLedger({ folder, from, clock }: ScratchOptions): Ledger {
  removeScratch(folder)
  const db = createDatabase(scratchPath(folder), trainingTill)
  // A training that a power cut ends is no loss.
  db.pragma('synchronous = OFF')
  copyShop(db, folder)
  const ledger = writeLedger(db, null, () => removeScratch(folder), firstCopyAfter(from))
  const at = clock.now()
  ledger.append([{ kind: 'tillCreated', tillId: trainingTill, currency: 'MAD' }], '', at)
  const shift = from.openShift()
  if (shift !== null) {
    const { shiftId, businessDay, cashier, float } = shift
    ledger.append([{ kind: 'shiftOpened', shiftId, businessDay, cashier, float }], cashier, shift.openedAt)
    const { cash, in: cashIn, out } = from.drawer(shiftId)
    db.prepare('UPDATE shifts SET cash = ?, cash_in = ?, cash_out = ?').run(cash, cashIn, out)
  }
  return { ...ledger, ...throughTo(ledger, from) }
}

// Keys made from sequence numbers must not meet those of the rows just copied.
const goesOn = [
  'seq',
  'grand_total',
  'last_ticket',
  'terminal_sequence',
  'pins',
  'last_invoice',
  'last_export_form',
  'last_certificate',
  'absolute_total',
  'restores',
] as const satisfies readonly (keyof HeadRow)[]

function copyShop(db: Database, folder: string): void {
  db.prepare('ATTACH ? AS real').run(ledgerPath(folder))
  db.transaction(() => {
    for (const table of copied) db.exec(`INSERT INTO main.${table} SELECT * FROM real.${table}`)
    db.exec("INSERT INTO items_search (items_search) VALUES ('rebuild')")
    const real = db.prepare<[], Partial<HeadRow>>(`SELECT ${goesOn.join(', ')} FROM real.head`).get()
    const heads = headReads(db)
    const head = heads.find()
    if (head === undefined || real === undefined) throw new Error('a ledger has a head row')
    heads.save({ ...head, ...real })
  })()
  db.exec('DETACH real')
}

/** A copy of a real paper is numbered after the real ones; a strip sums what was practised, and is no copy of the real X. */
const firstCopyAfter =
  (real: ReadLedger) =>
  (paper: PaperRequest): number =>
    paper.kind === 'shiftReport' ? 0 : real.nextCopyOf(paper)

const withContract = (account: OwnerAccount | null, real: ReadLedger): OwnerAccount | null =>
  account && { ...account, contract: account.contract ?? real.findOwner(account.owner)?.contract ?? null }

/** Reads of past tickets: the scratch ledger's own, then the real ones it began after. */
function throughTo(own: ReadLedger, real: ReadLedger): Partial<ReadLedger> {
  return {
    findTicket: (number) => own.findTicket(number) ?? real.findTicket(number),
    // The rows were copied, but what stands on them is in the real journal.
    findInvoice: (number) => own.findInvoice(number) ?? real.findInvoice(number),
    findExportForm(number) {
      const form = own.findExportForm(number) ?? real.findExportForm(number)
      if (form === null) return null
      const { exportForm, visitorsKept } = own.papersOfTicket(form.ticketNumber)
      const visitor = visitorsKept.includes(number) ? form.visitor : null
      return { ...form, visitor, voided: exportForm !== number }
    },
    findCertificate(number) {
      const found = own.findCertificate(number) ?? real.findCertificate(number)
      if (found === null) return null
      const { certificates } = own.papersOfTicket(found.ticketNumber)
      return { ...found, voided: !certificates.some((standing) => standing.number === number) }
    },
    shopKeys: real.shopKeys,
    approvalOf: (attemptId) => own.approvalOf(attemptId) ?? real.approvalOf(attemptId),
    // Their accounts are practised on; what was agreed with them stands in the real journal.
    findOwner: (owner) => withContract(own.findOwner(owner), real),
    owners: () => own.owners().flatMap((each) => withContract(each, real) ?? []),
    findShift: (shiftId) => own.findShift(shiftId) ?? real.findShift(shiftId),
    closingOf: (period, of) => own.closingOf(period, of) ?? real.closingOf(period, of),
    refundedUnits(number) {
      const units = new Map(real.refundedUnits(number))
      for (const [line, more] of own.refundedUnits(number)) units.set(line, (units.get(line) ?? 0) + more)
      return units
    },
    listTickets(query: TicketQuery): readonly TicketSummary[] {
      const mine = own.listTickets(query)
      const left = query.limit - mine.length
      return left <= 0 ? mine : [...mine, ...real.listTickets({ ...query, limit: left })]
    },
  }
}
