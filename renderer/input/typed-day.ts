import { isDay } from '#shared/kernel/day-range.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'

/** A day as people write it, `27/11/2026`, `27-11-26`, `27 11 2026` or `2026-11-27`; `null`: no day. */
export function typedDay(text: string): BusinessDay | null {
  const parts = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .split(/[\s/.-]+/)
  const [a = '', b = '', c = ''] = parts
  if (parts.length !== 3 || ![a, b, c].every((part) => /^\d{1,4}$/.test(part))) return null
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a]
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(whole) ? whole : null
}
