import { z } from 'zod'
import type { Mapping } from './mapping-schema.ts'

export type Times = Mapping['times']
/** With the wall clock where it was said. */
export interface SaidTime {
  readonly utcMs: number
  readonly offsetMinutes: number | null
}

/** 2100-01-01: nothing is ordered later. */
const latest = 4_102_444_800_000

/** To the second, the coarsest that platforms keep. */
export function timeText(times: Times, utcMs: number): string | number {
  const seconds = Math.floor(utcMs / 1_000)
  if (times === 'seconds') return seconds
  if (times === 'milliseconds') return seconds * 1_000
  const text = new Date(seconds * 1_000).toISOString().slice(0, 19)
  return times === 'iso' ? `${text}Z` : text
}

const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/

/** An instant in an answer. `iso` has its zone with it, `isoUtc` has none and means UTC. */
export const timeIn = (times: Times) =>
  z.union([z.string().max(40), z.number()]).transform((said, context): SaidTime => {
    const time = typeof said === 'string' ? fromText(times, said) : fromNumber(times, said)
    if (time !== null && time.utcMs >= 0 && time.utcMs < latest) return time
    context.addIssue({ code: 'custom', message: 'no instant' })
    return z.NEVER
  })

function fromText(times: Times, text: string): SaidTime | null {
  if (times === 'seconds' || times === 'milliseconds')
    return /^\d{1,15}$/.test(text) ? fromNumber(times, Number(text)) : null
  const [, day, time, zone] = iso.exec(text) ?? []
  if (day === undefined || (zone === undefined) !== (times === 'isoUtc')) return null
  const utcMs = Date.parse(
    `${day}T${time}${zone === undefined ? 'Z' : zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`,
  )
  if (Number.isNaN(utcMs)) return null
  const [, sign = '+', hours = 0, minutes = 0] = /([+-])(\d\d):?(\d\d)/.exec(zone ?? '') ?? []
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return { utcMs: Math.floor(utcMs), offsetMinutes: zone?.length === 1 || zone === undefined ? null : offset }
}

function fromNumber(times: Times, number: number): SaidTime | null {
  if (times === 'iso' || times === 'isoUtc' || !Number.isFinite(number)) return null
  return { utcMs: Math.floor(times === 'seconds' ? number * 1_000 : number), offsetMinutes: null }
}
