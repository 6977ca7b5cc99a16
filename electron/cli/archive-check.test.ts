import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import { archiveOf, strangersKey } from '#test/harness/archive-forger.ts'
import { forgeries, strangersArchive } from '#test/harness/archive-forgeries.ts'
import { stoppedClock } from '#test/harness/ledger-folder.ts'
import { tradeDays } from '#test/harness/traded-months.ts'
import { type ArchiveCheckArguments, runArchiveCheck } from './archive-check.ts'
import { runVerify } from './verify.ts'

const key = strangersKey()
const november = { from: '2026-11-01', to: '2026-11-30' }
const december = { from: '2026-12-01', to: '2026-12-24' }
let home: string
/** The till that went on, and what it was brought back to and sold then. */
let till: string
let restored: string
const at = (name: string): string => join(home, name)

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hanout-archives-'))
  till = at('till')
  restored = at('restored')
  tradeDays(till, { days: ['2026-10-30', '2026-11-02'], key })
  cpSync(till, restored, { recursive: true })
  tradeDays(till, { days: ['2026-11-03', '2026-12-01'], key })
  const ledger = openLedger({ folder: restored, clock: stoppedClock, create: false })
  const head = ledger.head()
  if (head === null) throw new Error('the till has traded')
  ledger.append(
    [
      {
        kind: 'ledgerRestored',
        from: { seq: head.seq, hash: head.hash },
        backupMadeAt: head.at,
        backup: '0'.repeat(64),
        lastTicketSeen: ledger.nextTicketNumber() + 40,
        nonce: 'n',
      },
    ],
    '',
    head.at,
  )
  ledger.close()
  tradeDays(restored, { days: ['2026-11-04', '2026-12-02'], key })
  writeFileSync(at('november.zip'), await archiveOf(till, november, key))
  writeFileSync(at('december.zip'), await archiveOf(till, december, key))
  writeFileSync(at('october.zip'), await archiveOf(till, { from: '2026-10-01', to: '2026-10-31' }, key))
  writeFileSync(at('other-november.zip'), await archiveOf(restored, november, key))
  writeFileSync(at('other-december.zip'), await archiveOf(restored, december, key))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function said(
  files: readonly string[],
  more: Partial<ArchiveCheckArguments> = {},
): Promise<[number, string]> {
  const lines: string[] = []
  const code = await runArchiveCheck({ files: files.map(at), key: null, data: null, ...more }, (line) =>
    lines.push(line),
  )
  return [code, lines.join('\n')]
}

test('archives of one till that follow each other are whole, and are told', async () => {
  const [code, text] = await said(['october.zip', 'november.zip', 'december.zip'], {
    key: key.publicKey,
    data: till,
  })
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toMatch(
    /^october\.zip is whole: till \S+, 2026-10, entries \d+–\d+, tickets 1–5, 2 closings; signed by key /,
  )
  expect(text).toContain(keyFingerprint(key.publicKey))
  expect(text).toContain('december.zip is whole: till')
  expect(text).toContain('a part of 2026-12')
  expect(code).toBe(0)
})

test('a month that was not handed over is missed', async () => {
  const [code, text] = await said(['october.zip', 'december.zip'])
  expect(text).toMatch(/Entries \d+–\d+ of till \S+ \(tickets 6–15\) are in none of these archives\.$/)
  expect(code).toBe(0)
})

test('a till that was brought back and sold on differently has forked, from the entry where it did', async () => {
  const [code, text] = await said(['november.zip', 'other-november.zip'])
  expect(text).toMatch(
    /Till \S+ has forked: from entry \d+ on, november\.zip \(\w{12}…\) and other-november\.zip \(\w{12}…\) tell different histories\. other-november\.zip was brought back from a backup there\.$/,
  )
  expect(code).toBe(1)
})

test('a month that does not go on where the one before ended is of another history', async () => {
  const [code, text] = await said(['november.zip', 'other-december.zip'])
  expect(text).toMatch(
    /has forked: other-december\.zip does not begin where november\.zip ends, with entry \d+\.$/,
  )
  expect(code).toBe(1)
})

test('the ledger itself is one of the histories', async () => {
  expect((await said(['november.zip'], { data: restored }))[0]).toBe(1)
  expect((await said(['november.zip'], { data: restored }))[1]).toMatch(
    /from entry \d+ on, the ledger \(\w{12}…\) and november\.zip/,
  )
  expect(await said(['other-november.zip'], { data: restored })).toEqual([
    0,
    expect.stringMatching(/is whole/),
  ])
})

test('hanout verify looks at the ledger and at archives', async () => {
  expect(
    await runVerify({ data: till, json: true, archives: [at('november.zip')], key: key.publicKey }),
  ).toBe(0)
  expect(await runVerify({ data: till, json: true, archives: [at('other-november.zip')] })).toBe(1)
})

test('every forgery is named in one sentence, and is not whole', async () => {
  const archive = await archiveOf(till, november, key)
  for (const forgery of forgeries) {
    writeFileSync(at('forged.zip'), await forgery.forge(archive, key))
    const [code, text] = await said(['forged.zip'])
    expect(text, forgery.name).toMatch(/^forged\.zip is not whole: .*\.$/)
    expect(text, forgery.name).not.toContain('\n')
    expect(text).not.toMatch(/[{}]/)
    expect(code, forgery.name).toBe(['notAnArchive', 'newerFormat'].includes(forgery.code) ? 2 : 1)
  }
})

test('somebody else’s archive is somebody else’s', async () => {
  const stranger = await strangersArchive(await archiveOf(till, november, key))
  writeFileSync(at('stranger.zip'), stranger.bytes)
  expect(await said(['stranger.zip'], { key: key.publicKey })).toEqual([
    1,
    expect.stringMatching(/^stranger\.zip is not whole: .*signed with another key/),
  ])
})

test('what cannot be read is said to be so', async () => {
  expect(await said(['gone.zip'])).toEqual([
    2,
    expect.stringMatching(/gone\.zip cannot be read: .*is not there\.$/),
  ])
  expect((await said(['november.zip'], { key: 'no key' }))[0]).toBe(2)
})
