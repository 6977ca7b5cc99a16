import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import { heaviestGrams, longestMillimetres, type ShippingMeasures } from '../item.ts'
import { readWhole } from './fields.ts'
import type { CatalogueTrouble, RawField } from './trouble.ts'
import { troubleAt } from './trouble.ts'

type Read<T> = Result<T, CatalogueTrouble>
type FindField = (name: string) => RawField | undefined

const sides = ['length_mm', 'width_mm', 'height_mm'] as const

/** Weight in grams and size in millimetres, either alone. `null`: not measured. */
export function readShipping(field: FindField): Read<ShippingMeasures | null> {
  const weightField = field('weight_grams')
  const weight =
    weightField === undefined ? ok(null) : readWhole(weightField, 'weight_grams', 1, heaviestGrams)
  if (!weight.ok) return weight
  const size = readSize(field)
  if (!size.ok) return size
  if (weight.value === null && size.value === null) return ok(null)
  return ok({ weightGrams: weight.value, sizeMillimetres: size.value })
}

/** Three sides or none: a parcel with two is not measured. */
function readSize(field: FindField): Read<ShippingMeasures['sizeMillimetres']> {
  const [first] = sides.flatMap((name) => field(name) ?? [])
  if (first === undefined) return ok(null)
  const read: number[] = []
  for (const name of sides) {
    const side = field(name)
    if (side === undefined) return troubleAt(first, `${name}: missing beside the other sides`)
    const millimetres = readWhole(side, name, 1, longestMillimetres)
    if (!millimetres.ok) return millimetres
    read.push(millimetres.value)
  }
  const [length = 0, width = 0, height = 0] = read
  return ok({ length, width, height })
}
