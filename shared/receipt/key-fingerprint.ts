/** Crockford's base 32: no I, L, O, U, so that nobody reads a digit for a letter. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 32 bytes are 43 characters, of which the last holds four bits. */
const keyForm = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** Whether a text is an Ed25519 public key as we write it: 32 bytes, base64url, no padding. */
export const isPublicKey = (text: string): boolean => keyForm.test(text)

/**
 * The first 80 bits of a public key in four groups that two people can compare aloud: `TXD9-G0C2-P45B-FNAB`. Not a hash:
 * a key is chance already.
 * @param publicKey base64url
 * @throws RangeError on what is no public key
 */
export function keyFingerprint(publicKey: string): string {
  if (!isPublicKey(publicKey)) throw new RangeError('not an Ed25519 public key in base64url')
  let bits = 0n
  // Fourteen characters hold 84 bits.
  for (const each of publicKey.slice(0, 14)) bits = (bits << 6n) | BigInt(base64url.indexOf(each))
  bits >>= 4n
  const all = Array.from({ length: 16 }, (_, index) => digits[Number((bits >> BigInt(75 - 5 * index)) & 31n)])
  return all.join('').replace(/(.{4})(?!$)/g, '$1-')
}

/** The first two groups, as they stand in a code: which key to try. */
export const keyId = (publicKey: string): string => keyFingerprint(publicKey).replaceAll('-', '').slice(0, 8)
