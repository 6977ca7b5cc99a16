import { xmlText } from './cell.ts'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  /** `sheet1`, in `xl/worksheets/`. */
  readonly file: string
  /** The first row comes again on each printed page. */
  readonly hasHeader: boolean
  /** What its first row filters, `$A$1:$F$20`; `null`: nothing. */
  readonly filter: string | null
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Longest name of a tab, and what may not be in one. */
const longestName = 31

/** A name as a spreadsheet takes it for a tab. */
const tabName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, longestName)

/** A name in front of a cell in a formula. */
export const quotedTab = (name: string): string => `'${tabName(name).replaceAll("'", "''")}'`

/** Everything of a workbook besides its sheets, styles and words, by path; the first sheet is the one that opens. */
export function workbookParts(sheets: readonly ListedSheet[]): ReadonlyMap<string, string> {
  const overrides = sheets.map(
    ({ file }) => `<Override PartName="/xl/worksheets/${file}.xml" ContentType="${content}.worksheet+xml"/>`,
  )
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(tabName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const related = sheets.map(
    ({ file }, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="worksheets/${file}.xml"/>`,
  )
  const beside = ['styles', 'sharedStrings'].map(
    (part, at) =>
      `<Relationship Id="rId${sheets.length + at + 1}" Type="${relation}/${part}" Target="${part}.xml"/>`,
  )
  return new Map([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${definedNames(sheets)}</definedNames><calcPr calcId="191029"/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${relations}">${related.join('')}${beside.join('')}</Relationships>`,
    ],
  ])
}

const definedNames = (sheets: readonly ListedSheet[]): string =>
  sheets
    .map(({ name, hasHeader, filter }, at) => {
      const tab = xmlText(quotedTab(name))
      const named = (label: string, of: string, hidden = ''): string =>
        `<definedName name="_xlnm.${label}" localSheetId="${at}"${hidden}>${tab}!${of}</definedName>`
      return [
        filter === null ? '' : named('_FilterDatabase', filter, ' hidden="1"'),
        hasHeader ? named('Print_Titles', '$1:$1') : '',
      ].join('')
    })
    .join('')
