import type { Dialect, FieldRow } from './dialect.ts'
import { fieldRow } from './field-row.ts'
import { lengthHeaders } from './length-header.ts'
import { tpduWidth } from './tpdu.ts'

/** What is wrong with a dialect file: where, as `talk.totals.field`, and what, as a sentence without its full stop. */
export interface DialectFault {
  /** `''`: the file as a whole. */
  readonly path: string
  readonly sentence: string
}

/**
 * What in a dialect cannot be meant, though each part of it could be: found when its file is read, and not at night when
 * the first batch is to be settled.
 */
export function misfits(dialect: Dialect): readonly DialectFault[] {
  return [
    ...framingMisfits(dialect),
    ...valueMisfits(dialect),
    ...batchMisfits(dialect),
    ...totalsMisfits(dialect),
    ...codeMisfits(dialect),
  ]
}

const fault = (path: string, sentence: string): readonly DialectFault[] => [{ path, sentence }]

function framingMisfits({ framing }: Dialect): readonly DialectFault[] {
  const { width, largest } = lengthHeaders[framing.length]
  const counted =
    framing.longest + (framing.tpdu === null ? 0 : tpduWidth) + (framing.countsItself ? width : 0)
  return counted > largest ? fault('framing.longest', 'is longer than its length header can say') : []
}

/** Fields that every message is known by, and values that the dialect itself says, each in the field it goes into. */
function valueMisfits(dialect: Dialect): readonly DialectFault[] {
  const { processing, functionCode, network } = dialect.talk
  const told: readonly (readonly [path: string, field: number, value: string | null])[] = [
    ...Object.entries(processing).map(([of, value]) => [`talk.processing.${of}`, 3, value] as const),
    ...Object.entries(functionCode ?? {}).map(
      ([of, value]) => [`talk.functionCode.${of}`, 24, value] as const,
    ),
    ...Object.entries(network ?? {}).map(([of, value]) => [`talk.network.${of}`, 70, value] as const),
  ]
  return [
    ...[11, 39, 41, 42].flatMap((field) =>
      rowOf(dialect, field) === null
        ? fault(`wire.fields.${field}`, 'every answer is known by this field: it cannot go without')
        : [],
    ),
    ...told.flatMap(([path, field, value]) =>
      value === null || fits(rowOf(dialect, field), value.length)
        ? []
        : fault(path, `does not fit field ${field} of this dialect`),
    ),
  ]
}

const rowOf = (dialect: Dialect, field: number): FieldRow | null => fieldRow(dialect.wire, field)

/** Whether so many digits can be said in it. */
function fits(row: FieldRow | null, digits: number): boolean {
  if (row === null || !['n', 'an', 'ans'].includes(row.class)) return false
  return row.class === 'n' && row.prefix === 0 ? row.length === digits : row.length >= digits
}

function batchMisfits(dialect: Dialect): readonly DialectFault[] {
  const { batchNumber } = dialect.talk
  if (batchNumber === null || fits(rowOf(dialect, batchNumber.field), batchNumber.digits)) return []
  return fault('talk.batchNumber', `does not fit field ${batchNumber.field} of this dialect`)
}

function totalsMisfits(dialect: Dialect): readonly DialectFault[] {
  const { totals, reversals, batchNumber } = dialect.talk
  if (totals.kind === 'fields') {
    const needed = [74, 75, 76, 77, 86, 87, 88, 89, ...(totals.net ? [97] : [])]
    const lost = needed.find((field) => rowOf(dialect, field) === null)
    return lost === undefined ? [] : fault('talk.totals', `needs field ${lost}, which this dialect has not`)
  }
  const { field, groups, countDigits, amountDigits } = totals
  const path = 'talk.totals.groups'
  const named = groups.filter((group) => group !== null)
  if (new Set(named).size < named.length) return fault(path, 'has a group twice')
  if (!named.includes('sales') || !named.includes('refunds'))
    return fault(path, 'must have sales and refunds')
  if (reversals === 'counted' && !named.includes('saleReversals'))
    return fault(path, 'must have saleReversals where reversals are counted')
  if (field === batchNumber?.field) return fault('talk.totals.field', 'holds the batch number already')
  if (!fits(rowOf(dialect, field), groups.length * (countDigits + amountDigits)))
    return fault('talk.totals', `do not fit field ${field} of this dialect`)
  return []
}

/** One code cannot say two things of a batch; what is known of a record is another question. */
function codeMisfits({ talk, wire }: Dialect): readonly DialectFault[] {
  const { agreed, disagreed, duplicate, known, again } = talk.codes
  const length = fieldRow(wire, 39)?.length
  const ofTotals = [...agreed, ...disagreed, ...duplicate, ...again]
  const ofRecords = [...known, ...again]
  const twice = [ofTotals, ofRecords].flatMap((codes) =>
    codes.filter((code, at) => codes.indexOf(code) !== at),
  )
  const misfit = [...ofTotals, ...known].find((code) => code.length !== length)
  return [
    ...(twice[0] === undefined ? [] : fault('talk.codes', `says two things with ${twice[0]}`)),
    ...(misfit === undefined ? [] : fault('talk.codes', `${misfit} does not fit field 39 of this dialect`)),
  ]
}
