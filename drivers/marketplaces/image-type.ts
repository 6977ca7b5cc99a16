/** By the first bytes: PNG (RFC 2083 §3.1), JPEG (ITU-T T.81 B.1.1.3). `null`: neither. */
export function imageType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const [a, b, c] = bytes
  if (a === 0x89 && b === 0x50 && c === 0x4e) return 'image/png'
  return a === 0xff && b === 0xd8 && c === 0xff ? 'image/jpeg' : null
}
