import type { Framing } from './dialect.ts'

/** Transport protocol data unit: an id of two hexadecimal digits and two addresses of four. */
export type Tpdu = NonNullable<Framing['tpdu']>

/** Bytes: id 1, destination 2, source 2. */
export const tpduWidth = 5

export const tpduBytes = ({ id, destination, source }: Tpdu): Uint8Array =>
  Buffer.from(id + destination + source, 'hex')

/** The TPDU that a frame begins with; `null` if it is shorter than one. */
export function tpduOf(frame: Uint8Array): Tpdu | null {
  if (frame.length < tpduWidth) return null
  const hex = Buffer.from(frame.subarray(0, tpduWidth)).toString('hex').toUpperCase()
  return { id: hex.slice(0, 2), destination: hex.slice(2, 6), source: hex.slice(6) }
}

/** Whether it answers one of ours: an answer has the addresses the other way round. */
export const isForUs = (heard: Tpdu, ours: Tpdu): boolean =>
  heard.id === ours.id.toUpperCase() &&
  heard.destination === ours.source.toUpperCase() &&
  heard.source === ours.destination.toUpperCase()
