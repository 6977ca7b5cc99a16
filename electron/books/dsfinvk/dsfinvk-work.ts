import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BookEntry, BookShift } from '#electron/ledger/books-handles.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { SaleId, ShiftId, TicketNumber } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { tillCode } from '#shared/receipt/code.ts'
import { rulesOf } from '#shared/tax/countries/countries.ts'
import program from '../../../package.json' with { type: 'json' }
import { countryOf } from '../accounting/journal-work.ts'
import type { BookWork, BookWorld } from '../book-world.ts'
import { type AskedDays, askedRange } from '../exports/asked-range.ts'
import { openZip } from '../zip/zip-writer.ts'
import { writeCash } from './cash-rows.ts'
import { writeClosing } from './closing-rows.ts'
import { closingSums } from './closing-sums.ts'
import { indexXml } from './index-xml.ts'
import type { Origin, RowDesk } from './row-desk.ts'
import { type ClosingHead, type TableFiles, tableFiles } from './table-files.ts'
import { tableKeys, tables } from './tables.data.ts'
import { writeTicket } from './ticket-rows.ts'

/** Shifts from before there were closings are numbered by their place in the till's journal, out of reach of any Z. */
const withoutZ = 1_000_000_000

const readKinds = [
  'shiftOpened',
  'shiftClosed',
  'cashMoved',
  'saleOpened',
  'saleParked',
  'saleCompleted',
  'saleCancelled',
  'refundCompleted',
] as const
type ReadEntry = BookEntry<FactOf<(typeof readKinds)[number]>>

/**
 * The tables of DSFinV-K of all shifts that were closed on some days, as a ZIP. Written while the journal is read, each table
 * into a file of its own, then packed one by one: its memory is that of one ticket.
 */
export const dsfinvkWork: BookWork<AskedDays> = async (job, world) => {
  const range = askedRange(job, world)
  const { ledger } = world
  const shifts = ledger.shiftsOn(range)
  const folder = join(world.out, 'tables')
  mkdirSync(folder)
  const files = tableFiles(folder)
  const agencies = new Map<string, number>()
  for (const [at, shift] of shifts.entries()) {
    world.progress(at, shifts.length + 1)
    writeShift(world, files, agencies, shift)
  }
  files.end()
  const shop = (ledger.settings() ?? unsetSettings).shop
  const name = `dsfinvk-${tillCode(ledger.tillId)}-${range.from}_${range.to}.zip`
  const file = join(world.out, name)
  const zip = openZip(file)
  try {
    const index = zip.entry('index.xml')
    index.content.text(indexXml(shop, range))
    index.end()
    for (const key of tableKeys) {
      const entry = zip.entry(tables[key].file)
      for await (const piece of files.read(key)) entry.content.raw(piece)
      entry.end()
    }
    const openShifts = shifts.filter(({ closed }) => closed === null).length
    return { kind: 'file', file, name, mediaType: 'application/zip', bytes: zip.close(), ...{ openShifts } }
  } catch (error) {
    zip.abandon()
    throw error
  }
}

function writeShift(
  world: BookWorld,
  files: TableFiles,
  agencies: Map<string, number>,
  shift: BookShift,
): void {
  if (shift.closed === null) return
  const { ledger } = world
  const row = ledger.closingOf('shift', shift.shiftId)
  const country = countryOf(ledger)
  const sold = new Map<number, string>()
  const desk: RowDesk = {
    files,
    head: headOf(world, shift.shiftId, shift.closed),
    sums: closingSums(),
    currency: rulesOf(country).currency,
    agencyOf(owner) {
      const id = agencies.get(owner) ?? agencies.size + 1
      agencies.set(owner, id)
      if (!sold.has(id)) sold.set(id, ledger.findOwner(owner)?.contract?.name || owner)
      return id
    },
    originOf: (ticket) => originOf(world, ticket as TicketNumber),
  }
  const written = writeEntries(desk, ledger.entriesBetween(shift.opened, shift.closed, readKinds))
  writeClosing(desk, {
    ...written,
    businessDay: shift.businessDay,
    row,
    tillId: ledger.tillId,
    shop: (ledger.settings() ?? unsetSettings).shop,
    country,
    version: program.version,
    agencies: sold,
  })
}

/** @returns BON_ID of its first and last transaction */
function writeEntries(
  desk: RowDesk,
  entries: Iterable<ReadEntry>,
): { readonly first: string; readonly last: string } {
  const opened = new Map<SaleId, Stamp>()
  const parked = new Map<SaleId, string>()
  let first = ''
  let last = ''
  for (const entry of entries) {
    const { fact, at } = entry
    switch (fact.kind) {
      case 'saleOpened':
        opened.set(fact.saleId, at)
        continue
      case 'saleParked':
        parked.set(fact.saleId, fact.name)
        continue
      case 'saleCancelled':
        opened.delete(fact.saleId)
        parked.delete(fact.saleId)
        continue
      case 'saleCompleted':
      case 'refundCompleted': {
        const { saleId } = fact
        writeTicket(desk, { ...entry, fact }, opened.get(saleId) ?? at, parked.get(saleId) ?? null)
        opened.delete(saleId)
        parked.delete(saleId)
        break
      }
      default:
        if (!writeCash(desk, { ...entry, fact })) continue
    }
    first ||= String(entry.seq)
    last = String(entry.seq)
  }
  return { first, last }
}

function headOf({ ledger }: BookWorld, shift: ShiftId, closed: number): ClosingHead {
  const row = ledger.closingOf('shift', shift)
  const till = ledger.tillId
  if (row !== null) return { till, closedAt: row.closing.closedAt, number: row.closing.number }
  for (const { at } of ledger.entriesBetween(closed as never, closed as never, ['shiftClosed']))
    return { till, closedAt: at, number: withoutZ + closed }
  throw new Error(`no shift was closed by entry ${closed}`)
}

function originOf(world: BookWorld, number: TicketNumber): Origin | null {
  const found = world.ledger.findTicket(number)
  if (found === null) return null
  const { businessDay, shiftId } = found.ticket
  const shift = world.ledger
    .shiftsOn({ from: businessDay, to: businessDay })
    .find((each) => each.shiftId === shiftId)
  if (shift === undefined || shift.closed === null) return null
  return { head: headOf(world, shiftId, shift.closed), transaction: String(found.seq) }
}
