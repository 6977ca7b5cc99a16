import type { Good } from '../shelf.ts'
import { invalidParam } from './rest-error.ts'

type Change = { -readonly [Key in keyof Good]?: Good[Key] }
type Read = (value: unknown, name: string) => unknown

const text: Read = (value, name) => {
  if (typeof value !== 'string') throw invalidParam(name, `${name} is not of type string.`)
  return value
}
/** Of a price, an empty text is "not for sale"; a number is refused by its type. */
const price: Read = (value, name) => {
  const said = text(value, name) as string
  if (!/^(\d+(\.\d+)?)?$/.test(said)) throw invalidParam(name, `${name} is no price.`)
  return said
}
const truth: Read = (value, name) => {
  if (typeof value !== 'boolean') throw invalidParam(name, `${name} is not of type boolean.`)
  return value
}
const whole: Read = (value, name) => {
  if (!Number.isSafeInteger(value)) throw invalidParam(name, `${name} is not of type integer.`)
  return value
}
const among =
  (known: readonly string[]): Read =>
  (value, name) => {
    if (typeof value !== 'string' || !known.includes(value))
      throw invalidParam(name, `${name} is not one of ${known.join(', ')}.`)
    return value
  }
const list: Read = (value, name) => {
  if (!Array.isArray(value)) throw invalidParam(name, `${name} is not of type array.`)
  return value
}

const readers: Readonly<Record<string, readonly [keyof Good, Read]>> = {
  name: ['name', text],
  sku: ['sku', text],
  description: ['description', text],
  status: ['status', among(['draft', 'pending', 'private', 'publish', 'future', 'auto-draft', 'trash'])],
  type: ['type', among(['simple', 'grouped', 'external', 'variable'])],
  regular_price: ['regularPrice', price],
  manage_stock: ['manageStock', truth],
  stock_quantity: ['stock', whole],
  backorders: ['backorders', among(['no', 'notify', 'yes'])],
  weight: ['weight', text],
  attributes: ['attributes', list],
}

/**
 * What a request says of a product, by the schema's types. What the schema does not name is passed over in silence, as
 * WordPress does.
 */
export function readGood(json: Readonly<Record<string, unknown>>, before: Good | null): Change {
  const change: Record<string, unknown> = {}
  for (const [name, [key, read]] of Object.entries(readers)) {
    if (json[name] !== undefined && json[name] !== null) change[key] = read(json[name], name)
  }
  const { dimensions, images, image, meta_data } = json
  if (dimensions !== undefined) change.dimensions = readDimensions(dimensions)
  if (images !== undefined) change.images = (list(images, 'images') as unknown[]).map(imageId)
  if (image !== undefined && image !== null) change.images = [imageId(image)]
  if (meta_data !== undefined) change.meta = readMeta(meta_data, before?.meta ?? [])
  return change as Change
}

/** What has the same key is replaced, the rest stays. */
export function readMeta(value: unknown, before: Good['meta']): Good['meta'] {
  const said = (list(value, 'meta_data') as { key?: unknown; value?: unknown }[]).map(({ key, value }) => ({
    key: text(key, 'meta_data') as string,
    value,
  }))
  return [...before.filter(({ key }) => said.every((each) => each.key !== key)), ...said]
}

function readDimensions(value: unknown): Good['dimensions'] {
  const { length, width, height } = value as Record<string, unknown>
  return {
    length: text(length, 'dimensions') as string,
    width: text(width, 'dimensions') as string,
    height: text(height, 'dimensions') as string,
  }
}

/** An image by an address would be fetched from there; this shop has no web. */
function imageId(value: unknown): number {
  const id = (value as { id?: unknown }).id
  if (!Number.isSafeInteger(id)) throw invalidParam('images', 'only images that are in the media.')
  return id as number
}
