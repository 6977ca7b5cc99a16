/**
 * Real-time commands (DLE EOT, DLE ENQ, DLE DC4) are found in the raw stream by many printers, also in the middle of
 * raster data: dots that happen to read `10 14 01 …` would open the drawer. One dot beside a dot that is black anyway
 * breaks the pair and is an eighth of a millimetre that nobody sees.
 */
const second: ReadonlyMap<number, number> = new Map([
  [0x04, 0x06],
  [0x05, 0x07],
  [0x14, 0x1c],
])

/** The dots without a DLE pair. Returns the same array where there was none. */
export function withoutRealTime(dots: Uint8Array): Uint8Array {
  let out = dots
  for (let at = dots.indexOf(0x10); at >= 0 && at + 1 < dots.length; at = dots.indexOf(0x10, at + 1)) {
    const safe = second.get(dots[at + 1] ?? 0)
    if (safe === undefined) continue
    if (out === dots) out = dots.slice()
    out[at + 1] = safe
  }
  return out
}
