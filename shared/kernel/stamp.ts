/**
 * An instant and the wall clock it was read on. Morocco leaves UTC+1 for UTC+0 in Ramadan by yearly decree, so
 * the offset is stored with each instant and local time is only ever shown, never compared.
 */
export interface Stamp {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly utcMs: number
  /** Local time minus UTC, in minutes, e.g. 60 in Casablanca outside Ramadan. [-840, 840] */
  readonly offsetMinutes: number
}

/** A calendar day `YYYY-MM-DD` that a shift belongs to, even past midnight. */
export type BusinessDay = string

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

const dayMs = 86_400_000
// A year's export asks for a hundred thousand moments, most of them of the same day as the one before.
let knownDay = Number.NaN
let knownDate = ''

function dateOf(day: number): string {
  if (day !== knownDay) {
    knownDay = day
    knownDate = new Date(day * dayMs).toISOString().slice(0, 10)
  }
  return knownDate
}

/** `2026-11-23T14:05:09+01:00`: the instant as the shop's wall clock showed it. */
export function isoLocal(stamp: Stamp): string {
  const local = stamp.utcMs + stamp.offsetMinutes * 60_000
  const day = Math.floor(local / dayMs)
  const seconds = Math.floor((local - day * dayMs) / 1000)
  const minutes = Math.floor(seconds / 60)
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`
  const sign = stamp.offsetMinutes < 0 ? '-' : '+'
  const abs = Math.abs(stamp.offsetMinutes)
  return `${dateOf(day)}T${clock}${sign}${two(Math.floor(abs / 60))}:${two(abs % 60)}`
}

/** The wall-clock day of an instant. */
export function localDay(stamp: Stamp): BusinessDay {
  return isoLocal(stamp).slice(0, 10)
}

/** The day that is traded now: the open shift's, past midnight too; while none is open, the wall clock's. */
export const businessDayNow = (
  shift: { readonly businessDay: BusinessDay } | null,
  now: Stamp,
): BusinessDay => shift?.businessDay ?? localDay(now)
