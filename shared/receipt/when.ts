import { type BusinessDay, isoLocal, type Stamp } from '../kernel/stamp.ts'
import { ltr } from './isolate.ts'

/** `23/11/2026`, isolated. */
export function dayText(day: BusinessDay): string {
  const [year, month, date] = day.split('-')
  return ltr(`${date}/${month}/${year}`)
}

/** `23/11/2026 14:05 UTC+01:00`, isolated: the wall clock of the shop, and which one it was. */
export function whenText(at: Stamp): string {
  const local = isoLocal(at)
  const [year, month, date] = local.slice(0, 10).split('-')
  return ltr(`${date}/${month}/${year} ${local.slice(11, 16)} UTC${local.slice(19)}`)
}
