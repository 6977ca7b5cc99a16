import type { Ticket } from '../cart/ticket.ts'
import { type CsvRow, csvRows, minorOf } from './csv-rows.ts'
import { FoundInArchive } from './found-wrong.ts'
import { rateOf } from './recount.ts'

/** What a row must say: a text as it is, a number as an amount in minor units. */
type DueRow = Readonly<Record<string, string | number>>

const signOf = ({ kind }: Ticket): number => (kind === 'sale' ? 1 : -1)
const times = (sign: number, amount: number): number => (amount === 0 ? 0 : sign * amount)

/** Rows that a ticket of the journal must have in each table, in order. Names and other texts are not compared. */
const tables: Readonly<Record<string, (ticket: Ticket, seq: number, hash: string) => readonly DueRow[]>> = {
  'tickets.csv': (ticket, seq, hash) => [
    {
      number: String(ticket.number),
      kind: ticket.kind,
      business_day: ticket.businessDay,
      lines: String(ticket.lines.length),
      gross: times(signOf(ticket), ticket.gross),
      discounts: times(signOf(ticket), ticket.discounts),
      rounding: times(signOf(ticket), ticket.rounding),
      refund_of: String(ticket.refundOf?.number ?? ''),
      entry: String(seq),
      hash,
    },
  ],
  'lines.csv': (ticket) =>
    ticket.lines.map((line, index) => ({
      ticket: String(ticket.number),
      line: String(index + 1),
      quantity: String(line.quantity * signOf(ticket)),
      posted: line.posted,
      unit: line.agreed?.unit ?? line.posted,
      vat_class: line.vat,
      gross: times(signOf(ticket), line.gross),
      discount: times(signOf(ticket), line.discount),
      owner_due: times(signOf(ticket), line.ownerDue),
    })),
  'vat.csv': (ticket) =>
    ticket.vat.map((total) => ({
      ticket: String(ticket.number),
      vat_class: total.vatClass,
      rate: rateText(rateOf(total)),
      net: times(signOf(ticket), total.net),
      vat: times(signOf(ticket), total.vat),
      gross: times(signOf(ticket), total.gross),
    })),
  'tenders.csv': (ticket) =>
    ticket.tenders.map((tender, index) => ({
      ticket: String(ticket.number),
      tender: String(index + 1),
      kind: tender.kind,
      amount: times(signOf(ticket), tender.amount),
    })),
}

/** `20.00`, or nothing outside VAT. */
const rateText = (rate: number | null): string => (rate === null ? '' : (rate / 100).toFixed(2))

export const ticketTables = Object.keys(tables)

/** Compares the tables of an archive with the tickets of its journal, while those are walked. */
export class TableCheck {
  readonly #rows: ReadonlyMap<string, Iterator<CsvRow>>
  readonly #places = new Map<string, number>()

  /** @param textOf a table, whole */
  constructor(textOf: (file: string) => string) {
    this.#rows = new Map(ticketTables.map((file) => [file, csvRows(file, textOf(file))]))
  }

  /** @throws FoundInArchive `rowWrong` */
  add(ticket: Ticket, seq: number, hash: string): void {
    for (const [file, dueRows] of Object.entries(tables))
      for (const due of dueRows(ticket, seq, hash)) {
        const row = this.#next(file)
        if (row === null) throw this.#wrong(file, { said: '', due: `ticket ${ticket.number}` })
        for (const [field, value] of Object.entries(due)) {
          const said = row.get(field)
          const same = typeof value === 'number' ? minorOf(said) === value : said === value
          if (!same) throw this.#wrong(file, { field, said: said ?? '', due: dueText(value) })
        }
      }
  }

  /** After the last ticket: no table has a row more. @throws FoundInArchive `rowWrong` */
  end(): void {
    for (const file of ticketTables)
      if (this.#next(file) !== null) throw this.#wrong(file, { said: 'a row', due: '' })
  }

  #next(file: string): CsvRow | null {
    const next = this.#rows.get(file)?.next()
    this.#places.set(file, (this.#places.get(file) ?? 0) + 1)
    return next === undefined || next.done === true ? null : next.value
  }

  #wrong(file: string, more: { field?: string; said: string; due: string }): FoundInArchive {
    return new FoundInArchive('rowWrong', { file, at: `row ${(this.#places.get(file) ?? 0) + 1}`, ...more })
  }
}

const dueText = (value: string | number): string =>
  typeof value === 'string' ? value : `${value < 0 ? '-' : ''}${(Math.abs(value) / 100).toFixed(2)}`
