import { hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { BackupHeader } from './backup-header.ts'
import { BackupRefused } from './backup-refused.ts'

type ScryptNumbers = BackupHeader['scrypt']

/** 128 MiB and some tenths of a second for each guess of a passphrase. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const

export interface BackupKey {
  readonly scrypt: ScryptNumbers
  /** For the header, base64url. */
  readonly check: string
  /** AES-256. */
  readonly key: Buffer
}

/** A key for one new file. @param n the cost, a power of two; smaller only in tests */
export function newBackupKey(passphrase: string, n: ScryptNumbers['n'] = cost.n): Promise<BackupKey> {
  return derive(passphrase, { ...cost, n, salt: randomBytes(32).toString('base64url') })
}

/** The key of a file that is there. @throws BackupRefused `wrongPassphrase` */
export async function backupKeyOf(passphrase: string, header: BackupHeader): Promise<BackupKey> {
  const derived = await derive(passphrase, header.scrypt)
  const due = Buffer.from(header.check, 'base64url')
  if (!timingSafeEqual(due, Buffer.from(derived.check, 'base64url')))
    throw new BackupRefused('wrongPassphrase', 'The passphrase is not the one of this backup')
  return derived
}

const stretch = promisify<string, Buffer, number, object, Buffer>(scrypt)

async function derive(passphrase: string, numbers: ScryptNumbers): Promise<BackupKey> {
  const { n, r, p, salt } = numbers
  // The same letters typed on another keyboard may be composed otherwise.
  const text = passphrase.normalize('NFC')
  const secret = await stretch(text, Buffer.from(salt, 'base64url'), 32, { N: n, r, p, maxmem: 256 * n * r })
  const part = (info: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, length))
  return {
    scrypt: numbers,
    check: part('hanout backup 1 check', 16).toString('base64url'),
    key: part('hanout backup 1 chunks', 32),
  }
}
