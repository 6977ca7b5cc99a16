import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BookJob } from '#electron/books/jobs.ts'
import { runBookJob } from '#electron/books/run-job.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import { must, openDemoShop, viewWhere } from '../harness/demo-sale.ts'
import { pdfPages } from '../harness/pdf-pages.ts'
import { openShell } from '../harness/shell-client.ts'
import { leaksIn, withCheckDigit } from './stage/card-number-hunt.ts'
import { talkativeLog } from './stage/talkative-log.ts'
import { type TalkativeTerminal, talkativeTerminal } from './stage/talkative-terminal.ts'

// Acceptance invariant 9, once more: no card number in anything that leaves the books.

const cards = ['493721856034127', '552318047619358'].map(withCheckDigit) as [string, string]

let folder: string
let terminal: TalkativeTerminal
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-exports-'))
  terminal = await talkativeTerminal()
})
afterEach(async () => {
  await terminal.close()
  rmSync(folder, { recursive: true })
})

/** A day with two cards on a terminal that tells everything it knows. @returns the business day */
async function dayOfCards(): Promise<string> {
  const log = talkativeLog(folder, [])
  const till = await openTill({ folder, log })
  const served = await serveTill(till, { log, rendererFolder: folder })
  const { client } = await openShell(served.newAddress())
  await openDemoShop(client)
  const place = { via: 'tcp', host: '127.0.0.1', port: terminal.port } as const
  await client.devices.configure({ terminal: { protocol: 'naps', name: 'NAPS', place }, printer: null })
  for (const [index, card] of cards.entries()) {
    terminal.present(card)
    await must(client, { type: 'scan', code: 'LEA-01', quantity: 1 })
    await must(client, { type: 'payCard', amount: null })
    await viewWhere(client, (view) => view.done?.ticket === index + 1)
  }
  const day = till.ledger.openShift()?.businessDay ?? ''
  await must(client, { type: 'closeShift', counted: 50_000 })
  await served.close()
  await till.close()
  return day
}

/** A file as whoever gets it can read it: what is packed unpacked, what is drawn read. */
async function readable(name: string, bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const plain: [string, string] = [name, Buffer.from(bytes).toString('latin1')]
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return [
      plain,
      ...Object.entries(unzipSync(bytes)).map(
        ([inner, each]) => [`${name}/${inner}`, Buffer.from(each).toString('latin1')] as const,
      ),
    ]
  if (name.endsWith('.pdf'))
    return [plain, ...(await pdfPages(bytes)).map(({ text }) => [name, text] as const)]
  return [plain]
}

test('no export and no archive has more of a card number than its first six and last four digits', async () => {
  const day = await dayOfCards()
  const days = { from: day, to: day }
  const language = 'fr'
  const jobs: readonly BookJob[] = [
    { kind: 'archive', from: `${day.slice(0, 7)}-01`, to: day },
    { kind: 'workbook', ...days, language },
    { kind: 'csv', ...days, language, encoding: 'utf-8', rows: 'lines' },
    { kind: 'csv', ...days, language, encoding: 'utf-8', rows: 'days' },
    { kind: 'zPdf', language, of: { ...days, period: 'shift' } },
    { kind: 'journal', ...days },
    { kind: 'dsfinvk', ...days },
    { kind: 'activity', owner: null, month: day.slice(0, 7), language },
  ]
  const found = new Map<string, string>()
  for (const [index, job] of jobs.entries()) {
    const out = join(folder, `out-${index}`)
    mkdirSync(out)
    const now = { utcMs: Date.now(), offsetMinutes: 60 }
    const answer = await runBookJob({ folder, now, out, job }, () => undefined)
    if (!answer.ok || answer.value.kind !== 'file')
      throw new Error(`${job.kind} made no file: ${JSON.stringify(answer)}`)
    for (const [name, text] of await readable(answer.value.name, readFileSync(answer.value.file)))
      found.set(`${job.kind} ${index}: ${name}`, text)
  }
  // The hunt looks where card numbers would be: their masks are there.
  const [card] = cards
  const journal = [...found].find(([name]) => name.endsWith('journal.jsonl'))?.[1]
  const tenders = [...found].find(([name]) => name.endsWith('tenders.csv'))?.[1]
  expect(journal).toContain(`${card.slice(0, 6)}******${card.slice(-4)}`)
  expect(tenders).toContain(`**** ${card.slice(-4)}`)
  expect(tenders).not.toContain(card.slice(0, 6))
  for (const [place, text] of found) expect(leaksIn(text, cards), place).toEqual([])
}, 120_000)
