import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import { type Dirham, dirham, largestMinor } from '#shared/money/amount.ts'

/** The values a day script is written with, bounded as a screen's would be. Nothing is coerced or rounded. */
export const words = (max: number) => z.string().trim().min(1).max(max)

/** `"1200.00"`, `"1200.5"`, `"1200"`: dirhams, at most two decimals, never below zero. */
export const money = z.string().transform((text, context): Dirham => {
  const parts = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text)
  const minor = parts === null ? Number.NaN : Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`)
  if (Number.isNaN(minor) || minor > largestMinor) {
    context.addIssue({
      code: 'custom',
      message: 'expected dirhams as a string with at most two decimals, "0" to "10000000.00"',
    })
    return z.NEVER
  }
  return dirham(minor)
})

/** `"0.70"`: owner's part of the gross, to the millionth. */
export const sharePpm = z.string().transform((text, context): number => {
  const parts = /^([01])(?:\.(\d{1,6}))?$/.exec(text)
  const ppm = parts === null ? Number.NaN : Number(`${parts[1]}${(parts[2] ?? '').padEnd(6, '0')}`)
  if (Number.isNaN(ppm) || ppm > 1_000_000) {
    context.addIssue({ code: 'custom', message: 'expected a share as a string, "0" to "1"' })
    return z.NEVER
  }
  return ppm
})

export const quantity = z.number().int().min(1).max(9999)
/** Lines and tickets are counted from 1; one that does not exist is for the till to refuse, by name. */
export const position = z.number().int()
export const sku = words(64).transform((text) => text as Sku)
