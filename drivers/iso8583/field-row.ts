import type { FieldRow, WireFormat } from './dialect.ts'
import { fields1987 } from './fields-1987.data.ts'

/** The row of a field in this dialect: its own, or that of 1987. @returns `null`: it has no such field */
export function fieldRow(wire: Pick<WireFormat, 'fields'>, field: number): FieldRow | null {
  const own = wire.fields[field]
  return own === undefined ? (fields1987[field] ?? null) : own
}
