import type { ByteText } from '../byte-text.ts'
import type { ZipEntry } from '../zip/zip-writer.ts'
import { columnName, type XlsxCell, xmlText } from './cell.ts'

export interface SheetLook {
  readonly rightToLeft: boolean
  /** In characters. */
  readonly widths: readonly number[]
  /** The first row stays where it is while the others scroll. */
  readonly frozen: boolean
  readonly landscape: boolean
}

/** The row under way. */
export interface RowWriter {
  readonly xml: ByteText
  number: number
  /** Its number, as each of its cells says it. */
  digits: Uint8Array
}

/** A sheet that is written row by row and never read again. */
export interface SheetWriter {
  /** Row last written; 0 before the first. */
  readonly rows: number
  row(cells: readonly XlsxCell[], heightPoints?: number): void
  /** Begins a row of cells that are put together elsewhere. */
  beginRow(): RowWriter
  endRow(): void
  /** @param filter the rows that the first one filters, `A1:F20`; `null`: nothing */
  end(filter: string | null): void
}

const rowBefore = Buffer.from('<row r="')
const rowBetween = Buffer.from('">')
const rowAfter = Buffer.from('</row>')

/** One cell. @param at where it stands: `B7` */
export function cellXml(at: string, { value, style = 0, formula }: XlsxCell): string {
  if (value === null) return style === 0 ? '' : `<c r="${at}" s="${style}"/>`
  const made = formula === undefined ? '' : `<f>${xmlText(formula)}</f>`
  if (typeof value === 'number') return `<c r="${at}" s="${style}">${made}<v>${value}</v></c>`
  if (made !== '') return `<c r="${at}" s="${style}" t="str">${made}<v>${xmlText(value)}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** Begins a sheet in an entry of the workbook's ZIP. */
export function openSheet(entry: ZipEntry, look: SheetLook): SheetWriter {
  const xml = entry.content
  const row: RowWriter = { xml, number: 0, digits: new Uint8Array(0) }
  let rows = 0
  xml.text(beginning(look))
  return {
    get rows() {
      return rows
    },
    row(cells, heightPoints) {
      rows += 1
      const height = heightPoints === undefined ? '' : ` ht="${heightPoints}" customHeight="1"`
      const made = cells.map((cell, index) => cellXml(`${columnName(index)}${rows}`, cell))
      xml.text(`<row r="${rows}"${height}>${made.join('')}</row>`)
    },
    beginRow() {
      rows += 1
      row.number = rows
      row.digits = Buffer.from(String(rows))
      xml.bytes(rowBefore).bytes(row.digits).bytes(rowBetween)
      return row
    },
    endRow: () => void xml.bytes(rowAfter),
    end(filter) {
      xml.text(ending(look, filter))
      entry.end()
    },
  }
}

function beginning({ rightToLeft, widths, frozen }: SheetLook): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const pane = frozen
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
    : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}>${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
}

/** A4; as wide as the page, as many pages as it takes. */
function ending({ landscape }: SheetLook, filter: string | null): string {
  const filtered = filter === null ? '' : `<autoFilter ref="${filter}"/>`
  const margins = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
  const orientation = landscape ? 'landscape' : 'portrait'
  return `</sheetData>${filtered}${margins}<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}
