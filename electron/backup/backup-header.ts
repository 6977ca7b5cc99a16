import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { z } from 'zod'
import { BackupRefused } from './backup-refused.ts'

const magic = Buffer.from('HANOUT BACKUP\n', 'latin1')
const version = 1
/** More than any shop's name needs. */
const longestHeader = 65_536

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const whole = z.number().int().min(0)

const headerSchema = z.strictObject({
  till: z.string().min(1).max(64),
  /** `''`: it had no name yet. */
  shop: z.string().max(200),
  madeAt: z.strictObject({ utcMs: z.number().int(), offsetMinutes: z.number().int().min(-1440).max(1440) }),
  ledger: z.strictObject({ seq: whole, hash: hex64 }),
  lastTicket: whole,
  /** RFC 7914. Bounded, so that a made-up header cannot ask for all the memory there is. */
  scrypt: z.strictObject({
    n: z.union([
      z.literal(2 ** 14),
      z.literal(2 ** 15),
      z.literal(2 ** 16),
      z.literal(2 ** 17),
      z.literal(2 ** 18),
    ]),
    r: z.literal(8),
    p: z.literal(1),
    /** 32 bytes, base64url; made for this file alone, and so is its key. */
    salt: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
  /** What the right passphrase leads to besides the key, base64url: it tells a wrong one from damage. */
  check: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
})

/** What anybody can read of a backup without its passphrase. Only with it can it be believed. */
export type BackupHeader = z.infer<typeof headerSchema>

export interface ReadHeader {
  readonly header: BackupHeader
  /** Where the sealed chunks begin. */
  readonly bytes: number
  /** SHA-256 of everything before them: each chunk is bound to it. */
  readonly digest: Buffer
}

/** `magic ‖ version ‖ length (u32) ‖ JSON ‖ SHA-256 of all that` */
export function encodeHeader(header: BackupHeader): { readonly bytes: Buffer; readonly digest: Buffer } {
  const text = Buffer.from(JSON.stringify(header))
  const fixed = Buffer.alloc(5)
  fixed.writeUInt8(version, 0)
  fixed.writeUInt32BE(text.length, 1)
  const body = Buffer.concat([magic, fixed, text])
  const digest = createHash('sha256').update(body).digest()
  return { bytes: Buffer.concat([body, digest]), digest }
}

/** Opens a backup to read it. @throws BackupRefused `backupDamaged`: it is not there, or the disk does not give it */
export function openBackup(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((error: Error) => {
    throw unreadable(path, error)
  })
}

const unreadable = (path: string, error: Error): BackupRefused =>
  new BackupRefused('backupDamaged', `${path} cannot be read (${error.message})`, error)

/**
 * Reads the front of a backup.
 * @throws BackupRefused `backupDamaged`: it is none, is of a newer Hanout, or is cut short or changed there
 */
export async function readHeader(file: FileHandle, path: string): Promise<ReadHeader> {
  const damaged = (what: string): BackupRefused => new BackupRefused('backupDamaged', `${path} ${what}`)
  const front = await exactly(file, path, 0, magic.length + 5)
  if (front === null || !front.subarray(0, magic.length).equals(magic))
    throw damaged('is not a backup of a Hanout till')
  if (front[magic.length] !== version)
    throw damaged(`is a backup in form ${front[magic.length]}, which this program does not know`)
  const length = front.readUInt32BE(magic.length + 1)
  if (length > longestHeader) throw damaged('is damaged at its front')
  const rest = await exactly(file, path, front.length, length + 32)
  if (rest === null) throw damaged('is cut short')
  const text = rest.subarray(0, length)
  const digest = createHash('sha256').update(front).update(text).digest()
  if (!digest.equals(rest.subarray(length))) throw damaged('is damaged at its front')
  const header = headerSchema.safeParse(jsonOf(text))
  if (!header.success) throw damaged('says at its front what no till writes')
  return { header: header.data, bytes: front.length + rest.length, digest }
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    return null
  }
}

/** @returns `null` where the file ends before. @throws BackupRefused where the disk does not give it */
export async function exactly(
  file: FileHandle,
  path: string,
  at: number,
  length: number,
): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const { bytesRead } = await file.read(bytes, got, length - got, at + got).catch((error: Error) => {
      throw unreadable(path, error)
    })
    if (bytesRead === 0) return null
    got += bytesRead
  }
  return bytes
}
