/** Longitudinal redundancy check: the exclusive or of all bytes. 0 for none. */
export function lrc(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum ^= byte
  return sum
}
