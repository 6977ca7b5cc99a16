import { randomBytes } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { encodeHeader, readHeader } from './backup-header.ts'
import { newBackupKey } from './backup-key.ts'
import { makeBackup } from './make-backup.ts'
import { chunkBytes, sealed } from './sealed-chunks.ts'
import { verifyBackup } from './verify-backup.ts'

const passphrase = 'three donkeys and a lamp'
const step = chunkBytes + 16
const scryptN = 2 ** 14

let stage = ''
let backup = ''
/** Where the chunks begin, and how many there are. */
let front = 0
let chunks = 0

beforeAll(async () => {
  stage = mkdtempSync(join(tmpdir(), 'hanout-tampering-'))
  const folder = join(stage, 'till')
  const ledger = openLedger({ folder, clock: stoppedClock, create: true })
  live(ledger, { items: 20, tickets: 20 })
  // Five chunks of what no compression makes smaller.
  writeFileSync(join(folder, 'photograph.jpg'), randomBytes(4 * chunkBytes + 5000))
  const made = await makeBackup({
    folder,
    to: stage,
    passphrase,
    madeAt: stoppedClock.now(),
    shopKey: null,
    scryptN,
  })
  ledger.close()
  backup = join(stage, made.file)
  const length = readFileSync(backup).readUInt32BE(15)
  front = 14 + 5 + length + 32
  chunks = Math.ceil((statSync(backup).size - front) / step)
})
afterAll(() => rmSync(stage, { recursive: true, force: true }))

/** A copy of the backup that somebody, or a disk, did something to. */
function changed(change: (path: string) => void): string {
  const path = join(testFolder(), 'copy.hanout')
  copyFileSync(backup, path)
  change(path)
  return path
}

function write(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

const refusal = async (path: string, phrase = passphrase): Promise<string> =>
  verifyBackup(path, phrase).then(
    () => 'believed',
    (error: { code?: string; name?: string }) =>
      error.name === 'BackupRefused' ? String(error.code) : `threw ${error}`,
  )

test('the backup these tests tamper with is whole, and long enough to be tampered with', async () => {
  expect(chunks).toBeGreaterThanOrEqual(5)
  expect(await refusal(backup)).toBe('believed')
})

describe('cut short', () => {
  test('at every border of its chunks, and a byte beside each', async () => {
    for (let i = 0; i < chunks; i++)
      for (const beside of [-1, 0, 1, 16]) {
        const length = front + i * step + beside
        expect(await refusal(changed((path) => truncateSync(path, length))), `at ${length}`).toBe(
          'backupDamaged',
        )
      }
  })

  test('anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(statSync(backup).size - 1), async (length) => {
        expect(await refusal(changed((path) => truncateSync(path, length)))).toBe('backupDamaged')
      }),
      { numRuns: 25 },
    )
  })
})

test('one bit is another: anywhere in the header, the chunks or their tags', async () => {
  const size = statSync(backup).size
  const place = fc.oneof(
    fc.nat(front - 1),
    fc.nat(size - 1),
    fc.nat(chunks - 2).map((i) => front + (i + 1) * step - 1 - (i % 16)),
  )
  await fc.assert(
    fc.asyncProperty(place, fc.nat(7), async (at, bit) => {
      const byte = readFileSync(backup)[at] ?? 0
      expect(await refusal(changed((path) => write(path, at, Uint8Array.of(byte ^ (1 << bit)))))).toBe(
        'backupDamaged',
      )
    }),
    { numRuns: 60 },
  )
})

test('two chunks change places, one is there twice, one is left out', async () => {
  const bytes = readFileSync(backup)
  const chunk = (i: number): Buffer => bytes.subarray(front + i * step, front + (i + 1) * step)
  const swapped = changed((path) => {
    write(path, front, chunk(1))
    write(path, front + step, chunk(0))
  })
  expect(await refusal(swapped)).toBe('backupDamaged')
  expect(await refusal(changed((path) => write(path, front + step, chunk(0))))).toBe('backupDamaged')
  const without = Buffer.concat([bytes.subarray(0, front), bytes.subarray(front + step)])
  expect(await refusal(changed((path) => writeFileSync(path, without)))).toBe('backupDamaged')
})

test('something after the end', async () => {
  const longer = changed((path) => write(path, statSync(path).size, Buffer.alloc(1)))
  expect(await refusal(longer)).toBe('backupDamaged')
  const chunk = changed((path) => write(path, statSync(path).size, randomBytes(step)))
  expect(await refusal(chunk)).toBe('backupDamaged')
})

test('another passphrase is told from damage; another spelling of the same letters is no other', async () => {
  expect(await refusal(backup, `${passphrase} `)).toBe('wrongPassphrase')
  expect(await refusal(backup, '')).toBe('wrongPassphrase')
  const key = await newBackupKey('café', 2 ** 14)
  const { header } = await headerOf(backup)
  const path = join(testFolder(), 'composed.hanout')
  const { bytes, digest } = encodeHeader({ ...header, scrypt: key.scrypt, check: key.check })
  const content = async function* () {}
  writeFileSync(path, bytes)
  for await (const each of sealed({ key: key.key, digest }, content())) write(path, bytes.length, each)
  // Believed as far as its seal goes: it is empty, which no backup is.
  expect(await refusal(path, 'cafe\u0301')).toBe('backupDamaged')
  expect(await refusal(path, 'cafe')).toBe('wrongPassphrase')
})

test('a header that was made anew, checksum and all, is of no chunk that follows', async () => {
  const { header } = await headerOf(backup)
  const edits = [
    { ...header, till: 'another-till' },
    { ...header, lastTicket: header.lastTicket - 1 },
    { ...header, ledger: { ...header.ledger, seq: header.ledger.seq + 1 } },
    { ...header, madeAt: { ...header.madeAt, utcMs: header.madeAt.utcMs + 86_400_000 } },
    { ...header, shop: `${header.shop} 2` },
  ]
  const sealedPart = readFileSync(backup).subarray(front)
  for (const edited of edits) {
    const path = join(testFolder(), 'edited.hanout')
    writeFileSync(path, Buffer.concat([encodeHeader(edited).bytes, sealedPart]))
    expect(await refusal(path)).toBe('backupDamaged')
  }
  const salted = { ...header, scrypt: { ...header.scrypt, salt: randomBytes(32).toString('base64url') } }
  const path = join(testFolder(), 'salted.hanout')
  writeFileSync(path, Buffer.concat([encodeHeader(salted).bytes, sealedPart]))
  expect(await refusal(path)).toBe('wrongPassphrase')
})

test('a chunk of another backup of the same till under the same passphrase', async () => {
  const folder = testFolder()
  testLedger(folder)
  writeFileSync(join(folder, 'photograph.jpg'), randomBytes(2 * chunkBytes))
  const task = { folder, to: stage, passphrase, madeAt: stoppedClock.now(), shopKey: null, scryptN } as const
  const other = await makeBackup(task)
  const bytes = readFileSync(join(stage, other.file))
  const at = 14 + 5 + bytes.readUInt32BE(15) + 32
  const mixed = changed((path) => write(path, front, bytes.subarray(at, at + step)))
  expect(await refusal(mixed)).toBe('backupDamaged')
})

test.each([
  '',
  'HANOUT BACKUP\n',
  'SQLite format 3\0'.padEnd(4096, 'x'),
  `HANOUT BACKUP\n${'\uffff'.repeat(50)}`,
])('a file that is no backup: %j', async (text) => {
  const path = join(testFolder(), 'letter.hanout')
  writeFileSync(path, text)
  expect(await refusal(path)).toBe('backupDamaged')
})

async function headerOf(path: string) {
  const { open } = await import('node:fs/promises')
  const file = await open(path, 'r')
  try {
    return await readHeader(file, path)
  } finally {
    await file.close()
  }
}
