import { openZip } from '../zip/zip-writer.ts'
import { SharedStrings } from './shared-strings.ts'
import { openSheet, type SheetLook, type SheetWriter } from './sheet-writer.ts'
import { stylesXml } from './styles.ts'
import { type ListedSheet, workbookParts } from './workbook-parts.ts'

/** A workbook (XLSX) that is written as it is made: memory does not grow with its rows. */
export interface WorkbookWriter {
  readonly strings: SharedStrings
  /**
   * Begins a sheet; the one before must have ended. Sheets are written in any order.
   * @param place where its tab stands, from 0; the first is open when the file is
   */
  sheet(place: number, name: string, look: SheetLook): SheetWriter
  /** @returns bytes of the whole file */
  close(): number
  /** After a failure: lets go of the file. */
  abandon(): void
}

/** A year is packed while it is read: of the levels the quickest. */
const level = 1

/** @param path there must be no file yet */
export function openWorkbook(path: string): WorkbookWriter {
  const zip = openZip(path)
  const strings = new SharedStrings()
  const sheets: (ListedSheet & { readonly place: number })[] = []
  const part = (path: string, pieces: Iterable<string>): void => {
    const entry = zip.entry(path, level)
    for (const piece of pieces) entry.content.text(piece)
    entry.end()
  }
  return {
    strings,
    sheet(place, name, look) {
      const file = `sheet${sheets.length + 1}`
      const writer = openSheet(zip.entry(`xl/worksheets/${file}.xml`, level), look)
      const end = (filter: string | null): void => {
        writer.end(filter)
        const absolute = filter?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2') ?? null
        sheets.push({ place, name, file, hasHeader: look.frozen, filter: absolute })
      }
      return {
        get rows() {
          return writer.rows
        },
        row: writer.row,
        beginRow: writer.beginRow,
        endRow: writer.endRow,
        end,
      }
    },
    close() {
      const inOrder = sheets.toSorted((a, b) => a.place - b.place)
      for (const [path, xml] of workbookParts(inOrder)) part(path, [xml])
      part('xl/styles.xml', [stylesXml])
      part('xl/sharedStrings.xml', strings.xml())
      return zip.close()
    },
    abandon: zip.abandon,
  }
}
