import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLedger, openReadOnly } from '#electron/ledger/open.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { runCatalogueImport } from './catalogue.ts'

const clock: Clock = { now: () => ({ utcMs: Date.UTC(2026, 10, 23, 9), offsetMinutes: 60 }) }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-catalogue-'))
  openLedger({ folder, clock, create: true }).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const seqOf = (): number => {
  const ledger = openReadOnly(folder)
  const seq = ledger.head()?.seq ?? 0
  ledger.close()
  return seq
}

test('2345 items arrive in three facts of one transaction and can be found', () => {
  const rows = Array.from({ length: 2345 }, (_, n) => `S${n};Bol ${n};زلافة ${n};${n}.50;20;${n % 7}`)
  const file = write('shop.csv', `\ufeffsku;name_fr;name_ar;price;vat;stock\r\n${rows.join('\r\n')}\r\n`)
  const before = seqOf()
  expect(runCatalogueImport({ file, data: folder, clock })).toEqual({ items: 2345 })
  expect(seqOf()).toBe(before + 3)
  const ledger = openReadOnly(folder)
  expect(ledger.findItem('S2344')).toMatchObject({ price: 234_450, name: { ar: 'زلافة 2344' } })
  expect(ledger.findItem('S0')).toMatchObject({ price: 50 })
  ledger.close()
})

test('a mistake on one line loads nothing and is named by file, line and column', () => {
  const file = write('shop.csv', 'sku;name_fr;price;vat\nA;Bol;5;20\nB;Plat;-1;20\n')
  const before = seqOf()
  expect(() => runCatalogueImport({ file, data: folder, clock })).toThrow(
    'shop.csv, line 3, column 8: price: below zero; nothing was loaded',
  )
  expect(seqOf()).toBe(before)
})

test('a file saved as Latin-1 is found at its first wrong letter', () => {
  const file = write('shop.csv', Buffer.from('sku;name_fr;price;vat\nA;Th\u00e9i\u00e8re;5;20\n', 'latin1'))
  expect(() => runCatalogueImport({ file, data: folder, clock })).toThrow('line 2, column 3: name_fr')
})

test('an empty catalogue, an unknown kind of file and a missing ledger are each one sentence', () => {
  expect(() =>
    runCatalogueImport({ file: write('empty.csv', 'sku;name_fr;price;vat\n'), data: folder, clock }),
  ).toThrow('holds no item')
  expect(() => runCatalogueImport({ file: write('shop.xlsx', 'PK'), data: folder, clock })).toThrow('.csv')
  const file = write('shop.jsonl', '{"sku":"A","name":{"fr":"Bol"},"price":"5","vat":"20"}')
  expect(() => runCatalogueImport({ file, data: join(folder, 'elsewhere'), clock })).toThrow(/no ledger/)
})
