import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 of exactly the bytes that came, before anything parsed them. */
export const hmacSha256 = (secret: string, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(body).digest()

/**
 * Whether `said` is the signature of `body`. Compared in constant time; anything that is not a whole signature in the
 * encoding is not one.
 */
export function isSignedBy(
  secret: string,
  body: Uint8Array,
  said: string | undefined,
  encoding: 'base64' | 'hex',
): boolean {
  if (said === undefined || secret === '') return false
  const given = Buffer.from(said, encoding)
  const due = hmacSha256(secret, body)
  return given.length === due.length && timingSafeEqual(given, due)
}
