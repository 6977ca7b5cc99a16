import { unzipSync } from 'fflate'

/** One cell as it stands in the file. */
export interface FiledCell {
  readonly value: number | string
  readonly formula: string | null
}

export interface FiledSheet {
  readonly name: string
  /** `A1` → what stands there. */
  readonly cells: ReadonlyMap<string, FiledCell>
  /** The whole part, for what no reader tells: views, panes, filters. */
  readonly xml: string
}

const decoder = new TextDecoder()
const plain = (xml: string): string =>
  xml
    .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Takes a workbook (XLSX) apart with nothing but an unzipper. Sheets in the order of their tabs. */
export function filedSheets(xlsx: Uint8Array): readonly FiledSheet[] {
  const parts = unzipSync(xlsx)
  const part = (path: string): string => {
    const bytes = parts[path]
    if (bytes === undefined) throw new Error(`the workbook has no ${path}`)
    return decoder.decode(bytes)
  }
  const words = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text = '']) => plain(text),
  )
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  )
  return [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"[^>]*r:id="(\w+)"/g)].map(
    ([, name = '', id = '']) => {
      const xml = part(`xl/${targets.get(id)}`)
      return { name: plain(name), cells: cellsOf(xml, words), xml }
    },
  )
}

function cellsOf(xml: string, words: readonly string[]): ReadonlyMap<string, FiledCell> {
  const cells = new Map<string, FiledCell>()
  for (const [, at = '', attributes = '', body = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"([^>/]*)>(.*?)<\/c>/gs,
  )) {
    const text = /<(?:v|t)[^>]*>([^<]*)<\/(?:v|t)>/.exec(body)?.[1] ?? ''
    const formula = /<f>([^<]*)<\/f>/.exec(body)?.[1]
    const kind = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n'
    const value = kind === 's' ? words[Number(text)] : kind === 'n' ? Number(text) : plain(text)
    if (value === undefined) throw new Error(`${at} points at words that are not there`)
    cells.set(at, { value, formula: formula === undefined ? null : plain(formula) })
  }
  return cells
}

/**
 * Works a formula out as a spreadsheet would: sums of columns, cells added and taken away, rounding to two decimals. Cells that
 * have formulas themselves are worked out, too: no cached value is believed.
 */
export function workedOut(sheets: readonly FiledSheet[], sheet: FiledSheet, formula: string): number {
  const round = /^ROUND\((.*),2\)$/.exec(formula)
  if (round !== null) return Math.round(workedOut(sheets, sheet, round[1] ?? '') * 100) / 100
  const sum = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula)
  if (sum !== null) {
    const [, column = '', from = '', other = '', to = ''] = sum
    if (column !== other) throw new Error(`${formula} sums no column`)
    let total = 0
    for (let row = Number(from); row <= Number(to); row++)
      total += cellValue(sheets, sheet, `${column}${row}`)
    return total
  }
  let total = 0
  let left = formula
  while (left !== '') {
    const term = /^([+-]?)(?:'((?:[^']|'')*)'!)?([A-Z]+\d+|\d+)/.exec(left)
    if (term === null) throw new Error(`${formula} is no formula that is known here`)
    const [all, sign, tab, at = ''] = term
    const of = tab === undefined ? sheet : sheets.find(({ name }) => name === tab.replaceAll("''", "'"))
    if (of === undefined) throw new Error(`${formula} points at no sheet`)
    total += (sign === '-' ? -1 : 1) * (/^\d/.test(at) ? Number(at) : cellValue(sheets, of, at))
    left = left.slice(all.length)
  }
  return total
}

function cellValue(sheets: readonly FiledSheet[], sheet: FiledSheet, at: string): number {
  const cell = sheet.cells.get(at)
  if (cell === undefined) return 0
  if (cell.formula !== null) return workedOut(sheets, sheet, cell.formula)
  // A spreadsheet passes over words in a sum.
  return typeof cell.value === 'number' ? cell.value : 0
}
