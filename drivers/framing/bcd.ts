/** Packed decimal digits, two in a byte, the first one high. */

/** `0504` → `05 04`. @throws RangeError for an odd number of digits or anything that is no digit */
export function packDigits(digits: string): Uint8Array {
  if (digits.length % 2 !== 0 || !/^\d*$/.test(digits))
    throw new RangeError('packed decimal takes pairs of digits')
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  )
}

/** `05 04` → `0504`; `null` where a half byte is no digit. */
export function unpackDigits(bytes: Uint8Array): string | null {
  const digits = hexOf(bytes)
  return /^\d*$/.test(digits) ? digits : null
}

/** Half bytes as upper-case hexadecimal digits, without separators. */
export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text.toUpperCase()
}
