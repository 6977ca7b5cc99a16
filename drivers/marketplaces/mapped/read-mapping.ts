import type { z } from 'zod'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { misfit } from './mapping-fit.ts'
import { type Mapping, mappingSchema } from './mapping-schema.ts'

/**
 * A mapping as its file has it, read whole before anything is sent.
 * @returns an error: where, and what, as `order.lines.units: is no path: …`
 */
export function readMapping(json: unknown): Result<Mapping, string> {
  const read = mappingSchema.safeParse(json)
  if (!read.success) return err(sentenceOf(read.error.issues))
  const fault = misfit(read.data)
  return fault === null ? ok(read.data) : err(fault)
}

type Issue = z.core.$ZodIssue

/** Of the first mistake. Its place may be further in than the issue's own: in a name, or in one of several shapes. */
function sentenceOf([issue]: readonly Issue[], before: readonly PropertyKey[] = []): string {
  if (issue === undefined) return 'the mapping is none'
  const place = [...before, ...issue.path]
  if (issue.code === 'invalid_union') {
    const [nearest] = issue.errors.toReversed().toSorted((a, b) => depthOf(b) - depthOf(a))
    if (nearest !== undefined && nearest.length > 0) return sentenceOf(nearest, place)
  }
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message
  return `${place.map(String).join('.')}: ${message ?? issue.message}`
}

/** The shape that was meant is the one that fits furthest; of several, the one that is described last and fullest. */
const depthOf = ([issue]: readonly Issue[]): number => issue?.path.length ?? 0
