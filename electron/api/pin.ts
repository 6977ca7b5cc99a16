import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * A stretched PIN: `scrypt$N$r$p$salt$hash`, base64url. A PIN of four digits has 10 000 values: whoever holds the
 * ledger file can try them all, so each try is made to cost about 50 ms and 16 MiB.
 */
const cost = { N: 16_384, r: 8, p: 1 } as const
const saltBytes = 16
const hashBytes = 32

const derive = (pin: string, salt: Buffer, options: ScryptOptions, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, length, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

/** A fresh salt each time: two people with one PIN do not show it. */
export async function stretchPin(pin: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await derive(pin, salt, cost, hashBytes)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether `pin` is the one behind `stretched`. A missing or unreadable `stretched` is never right, and takes as long
 * as a wrong PIN so that nobody learns who has one.
 */
export async function pinMatches(pin: string, stretched: string | null): Promise<boolean> {
  const [kind, n, r, p, salt, hash] = stretched?.split('$') ?? []
  const options = { N: Number(n), r: Number(r), p: Number(p) }
  if (kind !== 'scrypt' || salt === undefined || hash === undefined || options.N !== cost.N) {
    await derive(pin, Buffer.alloc(saltBytes), cost, hashBytes)
    return false
  }
  const expected = Buffer.from(hash, 'base64url')
  const actual = await derive(pin, Buffer.from(salt, 'base64url'), options, expected.length)
  return expected.length === hashBytes && timingSafeEqual(actual, expected)
}
