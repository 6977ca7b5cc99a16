import type { Strip } from '../../layout/strip.ts'

/** Repeat counts are letters: G…Y are 1…19, g…z are 20…400 in twenties (ZPL II guide, alternative compression). */
const ones = 'GHIJKLMNOPQRSTUVWXY'
const twenties = 'ghijklmnopqrstuvwxyz'

/**
 * Dots as a `^GF` field in compressed hexadecimal: runs are counted, `,` and `!` fill a row with white and black, `:` is
 * the row above again.
 */
export function graphicField({ bytesPerRow, rows, data }: Strip): string {
  let before = ''
  let packed = ''
  for (let y = 0; y < rows; y++) {
    const row = Buffer.from(data.subarray(y * bytesPerRow, (y + 1) * bytesPerRow))
      .toString('hex')
      .toUpperCase()
    packed += row === before ? ':' : packRow(row)
    before = row
  }
  const total = bytesPerRow * rows
  return `^GFA,${total},${total},${bytesPerRow},${packed}^FS`
}

/** Filled up in whole bytes: the guide has an odd zero sent before its comma, and some printers insist. */
function packRow(row: string): string {
  const filled = row.replace(/(?:00)+$|(?:FF)+$/, '')
  const rest = row.slice(filled.length)
  const tail = rest === '' ? '' : rest[0] === '0' ? ',' : '!'
  const runs = filled.replace(/(.)\1{2,}/g, (run, digit: string) => repeatOf(run.length) + digit)
  return runs + tail
}

/** @param count ≥ 1 */
function repeatOf(count: number): string {
  const most = Math.floor(count / 400)
  const some = Math.floor((count % 400) / 20)
  return 'z'.repeat(most) + (twenties[some - 1] ?? '') + (ones[(count % 20) - 1] ?? '')
}
