/** A text from outside as a field of a code: percent-encoded UTF-8 (RFC 3986 §2.1), so that no field holds a `:`. */

/** Half a character (a lone surrogate) has no UTF-8: it becomes U+FFFD. */
export const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

/** @returns `null` where the bytes are no UTF-8 */
export function decoded(field: string): string | null {
  try {
    return decodeURIComponent(field)
  } catch {
    return null
  }
}

const more = '…'

/** As much of a text as fits so many characters once encoded, whole code points only, `…` for what is left out. */
export function bounded(text: string, length: number): string {
  const whole = text.toWellFormed()
  if (encoded(whole).length <= length) return whole
  let kept = ''
  let left = length - encoded(more).length
  for (const point of whole) {
    left -= encoded(point).length
    if (left < 0) break
    kept += point
  }
  return kept + more
}
