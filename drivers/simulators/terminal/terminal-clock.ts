import type { SimulatorParts } from './terminal-simulator.ts'

/**
 * What the terminal's own clock shows, `2026-11-23T10:15:00`: local time without a zone, as terminals write it.
 * @param clock default: the machine's
 */
export function localTime(clock: SimulatorParts['clock'] = machineClock): string {
  const { utcMs, offsetMinutes } = clock()
  return new Date(utcMs + offsetMinutes * 60_000).toISOString().slice(0, 19)
}

const machineClock: NonNullable<SimulatorParts['clock']> = () => {
  const now = new Date()
  return { utcMs: now.getTime(), offsetMinutes: -now.getTimezoneOffset() }
}
