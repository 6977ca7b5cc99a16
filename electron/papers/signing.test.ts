import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import { shopKeyPath } from '#electron/platform/shop-key.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { openSigning } from './signing.ts'

function opened(folder = testFolder()) {
  const ledger = testLedger(folder)
  const parts = { folder, ledger, clock: stoppedClock, log: silentLog }
  const made = () => [...ledger.entriesAfter(0)].filter(({ fact }) => fact.kind === 'shopKeyMade')
  return { folder, ledger, parts, made }
}

test('the key is made with the first paper that wants it, and the journal knows it once', () => {
  const { folder, ledger, parts, made } = opened()
  const key = openSigning(parts)
  expect(existsSync(shopKeyPath(folder))).toBe(false)
  const first = key()
  expect(key()).toBe(first)
  expect(ledger.shopKey()).toBe(first?.publicKey)
  // The next start of the till.
  expect(openSigning(parts)()?.publicKey).toBe(first?.publicKey)
  expect(made()).toHaveLength(1)
})

test('a key that the journal could not be told of signs nothing, until it could', () => {
  const { ledger, parts, made } = opened()
  let full = true
  const key = openSigning({
    ...parts,
    ledger: {
      ...ledger,
      append(...args) {
        if (full) throw new LedgerUnwritable('disk full')
        return ledger.append(...args)
      },
    },
  })
  expect(key()).toBeNull()
  full = false
  expect(key()?.publicKey).toBe(ledger.shopKey())
  expect(made()).toHaveLength(1)
})

test('a key that was lost is replaced, and said to be; the older one stays on record', () => {
  const { folder, ledger, parts, made } = opened()
  const warned: string[] = []
  const log = { ...silentLog, warn: (_: object, sentence: string) => void warned.push(sentence) }
  const first = openSigning({ ...parts, log })()
  expect(warned).toEqual([])
  rmSync(shopKeyPath(folder))
  const second = openSigning({ ...parts, log })()
  expect(second?.publicKey).not.toBe(first?.publicKey)
  expect(warned).toEqual(['papers are signed with another key'])
  expect(ledger.shopKeys().map(({ publicKey }) => publicKey)).toEqual([second?.publicKey, first?.publicKey])
  expect(made()).toHaveLength(2)
})

test('with a damaged key nothing is signed and no other is made', () => {
  const { folder, parts, made } = opened()
  writeFileSync(shopKeyPath(folder), 'no key')
  expect(openSigning(parts)()).toBeNull()
  expect(made()).toEqual([])
})

test('a disk that makes no new file costs the signature, not the paper, until it does', () => {
  const { folder, parts, made } = opened()
  const inTheWay = `${shopKeyPath(folder)}.new`
  mkdirSync(inTheWay)
  const key = openSigning(parts)
  expect(key()).toBeNull()
  rmSync(inTheWay, { recursive: true })
  expect(key()).not.toBeNull()
  expect(made()).toHaveLength(1)
})

test('a clock that was put back is left for the next turn to tell of', () => {
  const { ledger, parts, made } = opened()
  const { utcMs, offsetMinutes } = stoppedClock.now()
  openSigning({ ...parts, clock: { now: () => ({ utcMs: utcMs - 3_600_000, offsetMinutes }) } })()
  expect(made()).toHaveLength(1)
  expect(ledger.head()?.at).toEqual(stoppedClock.now())
})
