import { inflateSync } from 'node:zlib'

/**
 * The code points a WOFF 1.0 font has a glyph for (W3C WOFF §4 table directory; OpenType `cmap` formats 4 and 12).
 * @throws RangeError on a file that is not WOFF 1.0.
 */
export function coveredCodePoints(woff: Uint8Array): ReadonlySet<number> {
  const file = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (file.getUint32(0) !== 0x774f4646) throw new RangeError('not a WOFF 1.0 font')
  const tables = file.getUint16(12)
  for (let at = 44; at < 44 + tables * 20; at += 20) {
    if (file.getUint32(at) !== 0x636d6170) continue // 'cmap'
    const offset = file.getUint32(at + 4)
    const packed = woff.subarray(offset, offset + file.getUint32(at + 8))
    const bytes = packed.length < file.getUint32(at + 12) ? inflateSync(packed) : packed
    return readCmap(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  return new Set()
}

function readCmap(cmap: DataView): ReadonlySet<number> {
  const covered = new Set<number>()
  const subtables = cmap.getUint16(2)
  for (let i = 0; i < subtables; i++) {
    const at = cmap.getUint32(4 + i * 8 + 4)
    const format = cmap.getUint16(at)
    if (format === 4) readFormat4(cmap, at, covered)
    else if (format === 12) readFormat12(cmap, at, covered)
  }
  return covered
}

function readFormat4(cmap: DataView, at: number, covered: Set<number>): void {
  const doubled = cmap.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  for (let i = 0; i < doubled; i += 2) {
    const delta = cmap.getUint16(deltas + i)
    const range = cmap.getUint16(ranges + i)
    const start = cmap.getUint16(starts + i)
    for (let code = start; code <= cmap.getUint16(ends + i) && code !== 0xffff; code++) {
      const raw = range === 0 ? code : cmap.getUint16(ranges + i + range + (code - start) * 2)
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
}

function readFormat12(cmap: DataView, at: number, covered: Set<number>): void {
  const groups = cmap.getUint32(at + 12)
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12
    for (let code = cmap.getUint32(group); code <= cmap.getUint32(group + 4); code++) covered.add(code)
  }
}
