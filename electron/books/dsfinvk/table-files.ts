import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { decimalOf } from '#shared/books/accounting/template/cell.ts'
import { isoLocal, type Stamp } from '#shared/kernel/stamp.ts'
import {
  closingFields,
  type FieldKind,
  type TableKey,
  type TableRow,
  tableKeys,
  tables,
} from './tables.data.ts'

/** The closing that rows belong to. */
export interface ClosingHead {
  readonly till: string
  readonly closedAt: Stamp
  readonly number: number
}

/** A moment as the taxonomy writes it: the wall clock’s. */
export const moment = (at: Stamp): string => isoLocal(at).slice(0, 19)

/** Written together, in characters. */
const pieceLength = 65_536

/** All tables at once, each a file of its own that grows row by row. */
export interface TableFiles {
  add<K extends TableKey>(table: K, head: ClosingHead, row: TableRow<K>): void
  /** Their bytes, once nothing is added any more. */
  read(table: TableKey): AsyncIterable<Uint8Array>
  end(): void
}

interface OpenTable {
  readonly path: string
  readonly file: number
  waiting: string
}

/** @param folder that is there, and empty */
export function tableFiles(folder: string): TableFiles {
  const open = new Map<TableKey, OpenTable>()
  for (const key of tableKeys) {
    const path = join(folder, tables[key].file)
    open.set(key, { path, file: openSync(path, 'wx'), waiting: record(fieldNames(key)) })
  }
  const tableOf = (key: TableKey): OpenTable => {
    const table = open.get(key)
    if (table === undefined) throw new Error(`there is no table ${key}`)
    return table
  }
  const flush = (table: OpenTable): void => {
    writeSync(table.file, table.waiting)
    table.waiting = ''
  }
  return {
    add(key, { till, closedAt, number }, row) {
      const table = tableOf(key)
      const values: Readonly<Record<string, string | number | boolean | undefined>> = {
        Z_KASSE_ID: till,
        Z_ERSTELLUNG: moment(closedAt),
        Z_NR: number,
        ...row,
      }
      const fields = [...closingFields, ...tables[key].fields] as readonly (readonly [
        string,
        FieldKind,
        number?,
      ])[]
      table.waiting += record(fields.map(([name, kind, most]) => cell(values[name], kind, most)))
      if (table.waiting.length >= pieceLength) flush(table)
    },
    read: (key) => createReadStream(tableOf(key).path),
    end() {
      for (const table of open.values()) {
        flush(table)
        closeSync(table.file)
      }
    },
  }
}

const fieldNames = (key: TableKey): readonly string[] =>
  [...closingFields, ...tables[key].fields].map(([name]) => name)

const record = (cells: readonly string[]): string => `${cells.join(';')}\r\n`

function cell(value: string | number | boolean | undefined, kind: FieldKind, most?: number): string {
  if (value === undefined || value === '') return ''
  switch (kind) {
    case 'flag':
      return value === true ? '1' : '0'
    case 'whole':
      return String(value)
    case 'money2':
      return decimalOf(Number(value), ',')
    case 'money5':
      return `${decimalOf(Number(value), ',')}000`
    case 'quantity':
      return `${value},000`
    case 'moment':
    case 'text':
      return quoted(String(value).slice(0, most))
  }
}

/** In double quotes where something in it would end the field; one line. */
function quoted(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ').toWellFormed()
  return /[";]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
