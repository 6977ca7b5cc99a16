import type { DayRange } from '#shared/kernel/day-range.ts'
import { closingFields, type FieldKind, type TableKey, tableKeys, tables } from './tables.data.ts'

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const xml = (text: string): string => text.replace(/[&<>]/g, (mark) => marks[mark] ?? mark)

const accuracies: Partial<Record<FieldKind, number>> = { whole: 0, money2: 2, money5: 5, quantity: 3 }

/**
 * What the tables are, for a program that reads them: the description standard of data handed over (GDPdU, 2004), whose DTD
 * is its publisher's and is not in the archive.
 */
export function indexXml(
  shop: { readonly name: string; readonly city: string },
  { from, to }: DayRange,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE DataSet SYSTEM "gdpdu-01-09-2004.dtd">
<DataSet>
  <Version>1.0</Version>
  <DataSupplier>
    <Name>${xml(shop.name)}</Name>
    <Location>${xml(shop.city)}</Location>
    <Comment>DSFinV-K, ${from} – ${to}</Comment>
  </DataSupplier>
  <Media>
    <Name>Hanout</Name>
${tableKeys.map(tableXml).join('\n')}
  </Media>
</DataSet>
`
}

function tableXml(key: TableKey): string {
  const { file, name, fields } = tables[key]
  const all = [...closingFields, ...fields] as readonly (readonly [string, FieldKind, number?])[]
  return `    <Table>
      <URL>${file}</URL>
      <Name>${name}</Name>
      <UTF8/>
      <DecimalSymbol>,</DecimalSymbol>
      <DigitGroupingSymbol>.</DigitGroupingSymbol>
      <Range><From>2</From></Range>
      <VariableLength>
        <ColumnDelimiter>;</ColumnDelimiter>
        <RecordDelimiter>&#xD;&#xA;</RecordDelimiter>
        <TextEncapsulator>"</TextEncapsulator>
${all.map(([field, kind, most]) => `        <VariableColumn><Name>${field}</Name>${typeXml(kind, most)}</VariableColumn>`).join('\n')}
      </VariableLength>
    </Table>`
}

function typeXml(kind: FieldKind, most?: number): string {
  const accuracy = accuracies[kind]
  if (accuracy !== undefined)
    return accuracy === 0 ? '<Numeric/>' : `<Numeric><Accuracy>${accuracy}</Accuracy></Numeric>`
  return most === undefined ? '<AlphaNumeric/>' : `<AlphaNumeric/><MaxLength>${most}</MaxLength>`
}
