import type { Transport } from '#drivers/transport/transport.ts'
import type { PrinterProfile } from './printer.ts'

/** Rows of one band of Star Line Mode: strips of other heights would be filled up with white. */
const step = 24

/**
 * The profile with strips that take no longer than about `mostMs` on this wire, though never less than 24 rows. Questions
 * stand between commands only: in a strip of 17 kB, 18 s at 9600 baud, a printer could lose its power and be back without
 * anybody noticing.
 */
export function inShortStrips(
  profile: PrinterProfile,
  { bytesPerSecond }: Pick<Transport, 'bytesPerSecond'>,
  mostMs: number,
): PrinterProfile {
  if (bytesPerSecond === undefined) return profile
  const rows = (bytesPerSecond * mostMs) / 1_000 / Math.ceil(profile.widthDots / 8)
  const stripRows = Math.max(step, Math.floor(rows / step) * step)
  return { ...profile, stripRows: Math.min(profile.stripRows, stripRows) }
}
