import type { Sku } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { CatalogueItem, LocalizedText, OwnerShare } from '../item.ts'
import { isShelfSku } from '../off-shelf.ts'
import { readExemption, readMoney, readShare, readText, readVat, readWhole, readYesNo } from './fields.ts'
import { csvItems, jsonItems, jsonlItems } from './raw-items.ts'
import { readShipping } from './shipping.ts'
import type { CatalogueTrouble, RawItem } from './trouble.ts'
import { troubleAt } from './trouble.ts'

export type { CatalogueTrouble } from './trouble.ts'
export type CatalogueFormat = 'csv' | 'json' | 'jsonl'

const longestCode = 64
const mostBarcodes = 20
const readers = { csv: csvItems, json: jsonItems, jsonl: jsonlItems } as const

/**
 * Reads a whole catalogue, or says where it is wrong; never half of it. CSV: header of `fieldNames`, separated by
 * `;`, `,` or tabs. JSON: an array of items as in day scripts. JSONL: one a line.
 * @param text decoded as UTF-8; bytes that are not show as U+FFFD and are found.
 */
export function parseCatalogue(
  text: string,
  format: CatalogueFormat,
): Result<CatalogueItem[], CatalogueTrouble> {
  const raw = readers[format](text.replace(/^\ufeff/, ''))
  if (!raw.ok) return raw
  const items: CatalogueItem[] = []
  const taken = new Map<string, number>()
  for (const each of raw.value) {
    const item = readItem(each)
    if (!item.ok) return item
    const codes = [
      { name: 'sku', text: item.value.sku as string, place: each.fields.get('sku') ?? each },
      ...each.barcodes.map((place) => ({ name: 'barcodes', text: place.text, place })),
    ]
    for (const code of codes) {
      const before = taken.get(code.text)
      // A barcode that repeats its own item's sku is harmless.
      if (before !== undefined && !(code.name === 'barcodes' && code.text === item.value.sku))
        return troubleAt(code.place, `${code.name}: ${code.text} stands already on line ${before}`)
      taken.set(code.text, each.line)
    }
    items.push(item.value)
  }
  return ok(items)
}

/** One item, every field judged; the first that is wrong is named. */
function readItem(raw: RawItem): Result<CatalogueItem, CatalogueTrouble> {
  const field = (name: string) => {
    const found = raw.fields.get(name)
    return found === undefined || found.text.trim() === '' ? undefined : found
  }
  const sku = readText(field('sku'), 'sku', longestCode)
  if (!sku.ok) return sku
  if (sku.value === null) return troubleAt(raw.fields.get('sku') ?? raw, 'sku: missing')
  if (!isShelfSku(sku.value)) return troubleAt(field('sku') ?? raw, 'sku: may not begin with @')
  const name = readNames(raw, field)
  if (!name.ok) return name

  const priceField = field('price')
  if (priceField === undefined) return troubleAt(raw.fields.get('price') ?? raw, 'price: missing')
  const price = readMoney(priceField, 'price')
  if (!price.ok) return price
  const floorField = field('floor')
  const floor = floorField === undefined ? ok(null) : readMoney(floorField, 'floor')
  if (!floor.ok) return floor
  if (floorField !== undefined && floor.value !== null && floor.value > price.value)
    return troubleAt(floorField, 'floor: above the price')

  const vatField = field('vat')
  if (vatField === undefined) return troubleAt(raw.fields.get('vat') ?? raw, 'vat: missing')
  const vat = readVat(vatField)
  if (!vat.ok) return vat
  const exemption = readExemption(field('exemption'), vat.value)
  if (!exemption.ok) return exemption
  const unique = readYesNo(field('unique'), 'unique')
  if (!unique.ok) return unique
  const stockField = field('stock')
  const stock =
    stockField === undefined
      ? ok(unique.value ? 1 : 0)
      : readWhole(stockField, 'stock', unique.value ? 0 : -99_999, unique.value ? 1 : 999_999)
  if (!stock.ok) return stock

  const owner = readOwner(raw, field)
  if (!owner.ok) return owner
  const category = readText(field('category'), 'category', 40)
  if (!category.ok) return category
  const maker = readText(field('maker'), 'maker', 80)
  if (!maker.ok) return maker
  const village = readText(field('village'), 'village', 80)
  if (!village.ok) return village
  const shipping = readShipping(field)
  if (!shipping.ok) return shipping
  const barcodes: string[] = []
  for (const code of raw.barcodes) {
    const read = readText(code, 'barcodes', longestCode)
    if (!read.ok) return read
    if (read.value !== null) barcodes.push(read.value)
    if (barcodes.length > mostBarcodes) return troubleAt(code, `barcodes: more than ${mostBarcodes}`)
  }
  return ok({
    sku: sku.value as Sku,
    name: name.value,
    price: price.value,
    floor: floor.value,
    vat: vat.value,
    unique: unique.value,
    stock: stock.value,
    owner: owner.value,
    barcodes,
    category: category.value,
    maker: maker.value,
    village: village.value,
    ...(exemption.value !== null && { exemption: exemption.value }),
    ...(shipping.value !== null && { shipping: shipping.value }),
  })
}

type Field = (name: string) => RawItem['barcodes'][number] | undefined

function readNames(raw: RawItem, field: Field): Result<LocalizedText, CatalogueTrouble> {
  const name: { ar?: string; fr?: string; en?: string } = {}
  for (const language of ['ar', 'fr', 'en'] as const) {
    const read = readText(field(`name_${language}`), `name_${language}`, 200)
    if (!read.ok) return read
    if (read.value !== null) name[language] = read.value
  }
  if (Object.keys(name).length === 0) return troubleAt(raw, 'name: missing in every language')
  return ok(name)
}

function readOwner(raw: RawItem, field: Field): Result<OwnerShare | null, CatalogueTrouble> {
  const owner = readText(field('owner'), 'owner', 64)
  if (!owner.ok) return owner
  const shareField = field('share')
  if (owner.value === null)
    return shareField === undefined ? ok(null) : troubleAt(shareField, 'share: there is no owner')
  if (shareField === undefined) return troubleAt(field('owner') ?? raw, 'share: missing beside an owner')
  const share = readShare(shareField)
  return share.ok ? ok({ owner: owner.value, sharePpm: share.value }) : share
}
