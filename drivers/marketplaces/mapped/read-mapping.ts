import { err, ok, type Result } from '#shared/kernel/result.ts'
import { misfit } from './mapping-fit.ts'
import { type Mapping, mappingSchema } from './mapping-schema.ts'

/**
 * A mapping as its file has it, read whole before anything is sent.
 * @returns an error: where, and what, as `order.lines.units: is no path`
 */
export function readMapping(json: unknown): Result<Mapping, string> {
  const read = mappingSchema.safeParse(json)
  if (read.success) {
    const fault = misfit(read.data)
    return fault === null ? ok(read.data) : err(fault)
  }
  const [issue] = read.error.issues
  return err(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}
