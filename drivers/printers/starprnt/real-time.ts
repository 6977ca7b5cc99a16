/**
 * ESC ACK is obeyed when it arrives, also in the middle of raster data: ESC ACK SOH asks for the status, ESC ACK CAN
 * resets the printer. Dots that happen to read so get one more dot, beside one that is black anyway.
 * @returns the same array where there was no such pair
 */
export function withoutRealTime(dots: Uint8Array): Uint8Array {
  let out = dots
  for (let at = dots.indexOf(0x1b); at >= 0; at = dots.indexOf(0x1b, at + 1)) {
    if (dots[at + 1] !== 0x06) continue
    if (out === dots) out = dots.slice()
    out[at + 1] = 0x07
  }
  return out
}
