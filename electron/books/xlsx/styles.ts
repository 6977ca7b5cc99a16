import type { ColumnKind } from '#shared/books/sheets/sheet.ts'
import type { CellStyle } from './cell.ts'

/** Number formats; 14 and 22 follow the reader's own way to write days and times. */
const formats = { general: 0, day: 14, moment: 22, words: 49, whole: 3, amount: 164, rate: 165 } as const
const fonts = { plain: 0, bold: 1, header: 2, title: 3, quiet: 4 } as const
const fills = { none: 0, header: 2, total: 3 } as const
const borders = { none: 0, above: 1 } as const

interface Look {
  readonly format: keyof typeof formats
  readonly font?: keyof typeof fonts
  readonly fill?: keyof typeof fills
  readonly border?: keyof typeof borders
  readonly wraps?: boolean
}

const total = { font: 'bold', fill: 'total', border: 'above' } as const

const looks = {
  plain: { format: 'general' },
  day: { format: 'day' },
  moment: { format: 'moment' },
  text: { format: 'words' },
  number: { format: 'whole' },
  amount: { format: 'amount' },
  rate: { format: 'rate' },
  header: { format: 'words', font: 'header', fill: 'header', wraps: true },
  title: { format: 'words', font: 'title' },
  quiet: { format: 'words', font: 'quiet' },
  strong: { format: 'words', font: 'bold' },
  totalText: { format: 'words', ...total },
  totalNumber: { format: 'whole', ...total },
  totalAmount: { format: 'amount', ...total },
} as const satisfies Readonly<Record<string, Look>>

export type LookName = keyof typeof looks

const names = Object.keys(looks) as readonly LookName[]

export const styleOf = (look: LookName): CellStyle => names.indexOf(look)

/** How the sum of a column looks; of one without a sum, the bare band. */
export const totalLook = (kind: ColumnKind, summed: boolean): LookName =>
  !summed ? 'totalText' : kind === 'amount' ? 'totalAmount' : 'totalNumber'

const count = (list: readonly string[]): string => `count="${list.length}"`

const xfOf = ({ format, font = 'plain', fill = 'none', border = 'none', wraps = false }: Look): string => {
  const ids = `numFmtId="${formats[format]}" fontId="${fonts[font]}" fillId="${fills[fill]}" borderId="${borders[border]}"`
  const applied = 'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"'
  return wraps
    ? `<xf ${ids} ${applied} applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`
    : `<xf ${ids} ${applied}/>`
}

const font = (size: number, colour: string, bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`

const ink = 'FF1F2933'
const fontList = [
  font(11, ink, false),
  font(11, ink, true),
  font(11, 'FFFFFFFF', true),
  font(16, ink, true),
  font(10, 'FF616E7C', false),
]
const fillList = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FF1F5F5B'),
  solid('FFF0EBE1'),
]
const borderList = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top style="thin"><color rgb="${ink}"/></top><bottom/><diagonal/></border>`,
]
const xfList = names.map((name) => xfOf(looks[name]))

/** `xl/styles.xml` */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00;[Red]-#,##0.00"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts ${count(fontList)}>${fontList.join('')}</fonts><fills ${count(fillList)}>${fillList.join('')}</fills><borders ${count(borderList)}>${borderList.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs ${count(xfList)}>${xfList.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
