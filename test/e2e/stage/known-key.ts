import { writeFileSync } from 'node:fs'
import { shopKeyPath } from '#electron/platform/shop-key.ts'

/** RFC 8032 §7.1, TEST 1: a secret that everybody knows. */
const secret = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
/** What stands before 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 §7). */
const before = '302e020100300506032b657004220420'

/** A shop key that is no secret, so that two runs sign the same code and print the same paper. */
export function giveKnownKey(folder: string): void {
  const body = Buffer.from(before + secret, 'hex').toString('base64')
  writeFileSync(shopKeyPath(folder), `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`)
}
