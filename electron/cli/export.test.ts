import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Clock } from '#electron/platform/clock.ts'
import { live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { type ExportArguments, runExport } from './export.ts'

const clock: Clock = { now: () => ({ utcMs: Date.UTC(2026, 10, 27, 9), offsetMinutes: 60 }) }

/** A till that is selling while files are asked of it. */
function selling() {
  const data = testFolder()
  live(testLedger(data), { items: 20, tickets: 3, closed: true })
  const room = join(data, 'bookkeeper')
  mkdirSync(room)
  const run = async (more: Partial<ExportArguments> = {}) => {
    const said: string[] = []
    const days = { from: '2024-01-02', to: '2024-01-03' }
    const usual = { data, kind: 'csv-days', ...days, language: 'fr', encoding: 'utf-8', force: false, clock }
    const code = await runExport({ ...usual, out: join(room, 'out'), ...more }, (line) => said.push(line))
    return { code, said: said.join('\n') }
  }
  return { data, room, run }
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['workbook', /^PK/],
  ['csv-days', /^\ufeffJournée;/],
  ['csv-lines', /^\ufeffJournée;Heure;Ticket;/],
  ['z-pdf', /^%PDF-/],
]

test('files of every kind, while the till has its ledger open', async () => {
  const { room, run } = selling()
  for (const [kind, begins] of kinds) {
    const out = join(room, kind)
    const { code, said } = await run({ kind, out })
    expect([code, said], kind).toEqual([0, `${out} is written: ${readFileSync(out).length} bytes.`])
    expect(readFileSync(out).toString(), kind).toMatch(begins)
  }
  expect(readdirSync(room).toSorted()).toEqual(kinds.map(([kind]) => kind).toSorted())
})

test('a file that is there stays, unless that was said', async () => {
  const { room, run } = selling()
  const out = join(room, 'out')
  writeFileSync(out, 'mine')
  const kept = await run()
  expect(kept).toEqual({ code: 2, said: `${out} is there already: choose another name, or say --force` })
  expect(readFileSync(out, 'utf8')).toBe('mine')
  expect((await run({ force: true })).code).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('Journée')
})

test.each<readonly [string, Partial<ExportArguments>, RegExp]>([
  ['a kind nobody knows', { kind: 'pdf' }, /--kind pdf is none of: workbook, /],
  ['a language nobody wrote', { language: 'de' }, /--language de is none of: ar, fr, en/],
  ['an encoding nobody asked for', { encoding: 'latin1' }, /--encoding latin1 is none of/],
  ['no day', { from: '2024-02-30' }, /do not make a range/],
  ['the last day first', { from: '2024-01-03', to: '2024-01-02' }, /do not make a range/],
  ['days to come', { to: '2026-11-28' }, /have not come yet/],
  ['a folder that is not there', { out: '/nowhere/at/all/out' }, /\/nowhere\/at\/all is no folder/],
  ['days without a closing', { kind: 'month-pdf' }, /no such closing/],
])('%s: two, a sentence, and nothing is written', async (_what, more, words) => {
  const { room, run } = selling()
  const { code, said } = await run(more)
  expect(code).toBe(2)
  expect(said).toMatch(words)
  expect(said).not.toContain('\n')
  expect(readdirSync(room)).toEqual([])
})

test('a folder without a till', async () => {
  const { room, run } = selling()
  const { code, said } = await run({ data: room })
  expect(code).toBe(2)
  expect(said).toMatch(/there is no ledger in/)
  expect(existsSync(join(room, 'ledger.db'))).toBe(false)
})
