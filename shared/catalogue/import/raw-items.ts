import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import { readCsv } from './csv.ts'
import type { PlacedJson } from './placed-json.ts'
import { readJson } from './placed-json.ts'
import type { CatalogueTrouble, RawField, RawItem } from './trouble.ts'
import { troubleAt } from './trouble.ts'

/** The columns of a CSV file and the names of a JSON item. */
export const fieldNames = [
  'sku',
  'name_ar',
  'name_fr',
  'name_en',
  'price',
  'vat',
  'exemption',
  'stock',
  'unique',
  'floor',
  'owner',
  'share',
  'barcodes',
  'category',
  'maker',
  'village',
  'weight_grams',
  'length_mm',
  'width_mm',
  'height_mm',
] as const
const known: ReadonlySet<string> = new Set(fieldNames)

type Items = Result<readonly RawItem[], CatalogueTrouble>

/** Codes of one field: any run of spaces, `|` or line ends stands between two. */
function splitCodes(field: RawField | undefined): readonly RawField[] {
  if (field === undefined) return []
  return field.text
    .split(/[\s|]+/)
    .filter((code) => code !== '')
    .map((text) => ({ ...field, text }))
}

/** The items of a CSV file: its first row names the columns, in any order. */
export function csvItems(text: string): Items {
  const read = readCsv(text)
  if (!read.ok) return read
  const [header, ...rows] = read.value
  if (header === undefined) return troubleAt({ line: 1, column: 1 }, 'the file is empty')
  const names: string[] = []
  for (const cell of header) {
    const name = cell.text.trim().toLowerCase()
    if (!known.has(name))
      return troubleAt(cell, `unknown column “${cell.text.trim()}”: the columns are ${fieldNames.join(', ')}`)
    if (names.includes(name)) return troubleAt(cell, `column ${name} stands twice`)
    names.push(name)
  }
  for (const needed of ['sku', 'price', 'vat']) {
    if (!names.includes(needed)) return troubleAt({ line: 1, column: 1 }, `column ${needed} is missing`)
  }
  const items: RawItem[] = []
  for (const row of rows) {
    const place = row[0] ?? { line: 1, column: 1 }
    if (row.length !== names.length) {
      const where = row[Math.min(row.length, names.length + 1) - 1] ?? place
      return troubleAt(where, `${row.length} fields where the header has ${names.length}`)
    }
    const fields = new Map(row.map((cell, index) => [names[index] ?? '', cell]))
    items.push({
      line: place.line,
      column: place.column,
      fields,
      barcodes: splitCodes(fields.get('barcodes')),
    })
  }
  return ok(items)
}

function plain(value: PlacedJson, name: string): Result<RawField, CatalogueTrouble> {
  if (value.kind === 'object' || value.kind === 'array')
    return troubleAt(value, `${name}: must be a single value`)
  const text = value.kind === 'literal' && value.text === 'null' ? '' : value.text
  return ok({ line: value.line, column: value.column, text })
}

/** A JSON item: the fields by name, `name` an object of languages, `barcodes` an array. */
function jsonItem(value: PlacedJson): Result<RawItem, CatalogueTrouble> {
  if (value.kind !== 'object') return troubleAt(value, 'an item must be an object')
  const fields = new Map<string, RawField>()
  const barcodes: RawField[] = []
  const members = value.members.flatMap((member) =>
    member.key === 'name' && member.value.kind === 'object'
      ? member.value.members.map((each) => ({ ...each, key: `name_${each.key}` }))
      : [member],
  )
  for (const member of members) {
    if (!known.has(member.key)) return troubleAt(member, `unknown field “${member.key}”`)
    if (fields.has(member.key)) return troubleAt(member, `${member.key} stands twice`)
    if (member.key === 'barcodes' && member.value.kind === 'array') {
      for (const code of member.value.items) {
        const read = plain(code, 'barcodes')
        if (!read.ok) return read
        barcodes.push(read.value)
      }
      continue
    }
    const read = plain(member.value, member.key)
    if (!read.ok) return read
    fields.set(member.key, read.value)
  }
  return ok({
    line: value.line,
    column: value.column,
    fields,
    barcodes: [...barcodes, ...splitCodes(fields.get('barcodes'))],
  })
}

function each(values: readonly PlacedJson[]): Items {
  const items: RawItem[] = []
  for (const value of values) {
    const item = jsonItem(value)
    if (!item.ok) return item
    items.push(item.value)
  }
  return ok(items)
}

/** An array of items, or an object that holds it as `items`. */
export function jsonItems(text: string): Items {
  const read = readJson(text)
  if (!read.ok) return read
  const whole = read.value
  const held = whole.kind === 'object' ? whole.members.find((member) => member.key === 'items')?.value : whole
  if (held?.kind !== 'array') return troubleAt(whole, 'must be an array of items')
  return each(held.items)
}

/** One item a line; blank lines are none. */
export function jsonlItems(text: string): Items {
  const values: PlacedJson[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    const read = readJson(line, index + 1)
    if (!read.ok) return read
    values.push(read.value)
  }
  return each(values)
}
