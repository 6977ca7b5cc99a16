import type { Ticket } from '../cart/ticket.ts'
import { amountText, type CsvReader, csvReader } from './csv-rows.ts'
import { FoundInArchive } from './found-wrong.ts'
import { rateOf } from './recount.ts'

/** What a ticket of the journal must say in a table, in the order of its columns. Names and other texts are not compared. */
interface TableRule {
  readonly columns: readonly string[]
  rows(ticket: Ticket, sign: number, seq: number, hash: string): readonly (readonly (string | number)[])[]
}

/** Signed as tables are: refunds negative, and no minus before nothing. */
const signed = (sign: number, amount: number): string => amountText(amount === 0 ? 0 : sign * amount)

const rules: Readonly<Record<string, TableRule>> = {
  'tickets.csv': {
    columns: 'number kind business_day lines gross discounts rounding refund_of entry hash'.split(' '),
    rows: (ticket, sign, seq, hash) => [
      [
        ticket.number,
        ticket.kind,
        ticket.businessDay,
        ticket.lines.length,
        signed(sign, ticket.gross),
        signed(sign, ticket.discounts),
        signed(sign, ticket.rounding),
        ticket.refundOf?.number ?? '',
        seq,
        hash,
      ],
    ],
  },
  'lines.csv': {
    columns: 'ticket line quantity posted unit vat_class gross discount owner_due'.split(' '),
    rows: (ticket, sign) =>
      ticket.lines.map((line, index) => [
        ticket.number,
        index + 1,
        sign * line.quantity,
        amountText(line.posted),
        amountText(line.agreed?.unit ?? line.posted),
        line.vat,
        signed(sign, line.gross),
        signed(sign, line.discount),
        signed(sign, line.ownerDue),
      ]),
  },
  'vat.csv': {
    columns: 'ticket vat_class rate net vat gross'.split(' '),
    rows: (ticket, sign) =>
      ticket.vat.map((total) => [
        ticket.number,
        total.vatClass,
        rateText(rateOf(total)),
        signed(sign, total.net),
        signed(sign, total.vat),
        signed(sign, total.gross),
      ]),
  },
  'tenders.csv': {
    columns: 'ticket tender kind amount'.split(' '),
    rows: (ticket, sign) =>
      ticket.tenders.map((tender, index) => [
        ticket.number,
        index + 1,
        tender.kind,
        signed(sign, tender.amount),
      ]),
  },
}

/** `20.00`, or nothing outside VAT. */
const rateText = (rate: number | null): string => (rate === null ? '' : (rate / 100).toFixed(2))

interface Table {
  readonly file: string
  readonly rule: TableRule
  readonly reader: CsvReader
  /** Where the columns that are compared stand. */
  readonly places: readonly number[]
}

/** Compares the tables of an archive with the tickets of its journal, while those are walked. */
export class TableCheck {
  readonly #tables: readonly Table[]

  /** @param textOf a table, whole */
  constructor(textOf: (file: string) => string) {
    this.#tables = Object.entries(rules).map(([file, rule]) => {
      const reader = csvReader(file, textOf(file))
      return { file, rule, reader, places: rule.columns.map((name) => reader.column(name)) }
    })
  }

  /** @throws FoundInArchive `rowWrong` */
  add(ticket: Ticket, seq: number, hash: string): void {
    const sign = ticket.kind === 'sale' ? 1 : -1
    for (const { file, rule, reader, places } of this.#tables)
      for (const due of rule.rows(ticket, sign, seq, hash)) {
        if (!reader.next())
          throw new FoundInArchive('rowWrong', {
            file,
            at: `row ${reader.row + 1}`,
            due: `ticket ${ticket.number}`,
          })
        for (const [index, value] of due.entries()) {
          const place = places[index] ?? -1
          if (!reader.says(place, String(value)))
            throw new FoundInArchive('rowWrong', {
              file,
              at: `row ${reader.row}`,
              field: rule.columns[index] ?? '',
              said: reader.cell(place),
              due: String(value),
            })
        }
      }
  }

  /** After the last ticket: no table has a row more. @throws FoundInArchive `rowWrong` */
  end(): void {
    for (const { file, reader } of this.#tables) {
      if (reader.next())
        throw new FoundInArchive('rowWrong', { file, at: `row ${reader.row}`, said: reader.cell(0) })
    }
  }
}
