import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { everyJob, jobsAgainstPaper } from './jobs-and-paper.ts'
import type { PrintedReceipt } from './paper-sink.ts'
import type { PrintingOrders } from './printing-process.ts'
import { seeded } from './seeded.ts'
import { printWaiting } from './sell-and-print.ts'

const kills = Number(process.env.HANOUT_CRASH_KILLS ?? 24)
const seed = Number(process.env.HANOUT_CRASH_SEED ?? 20_261_127)

/** One life of a process that sells and prints, ended by SIGKILL so soon after it began to. */
async function oneLife(orders: PrintingOrders, afterMs: number): Promise<void> {
  const till = fork(new URL('./printing-process.ts', import.meta.url))
  const gone = once(till, 'exit')
  till.send(orders)
  await once(till, 'message')
  setTimeout(() => till.kill('SIGKILL'), afterMs)
  await gone
}

test('killed at any instant: each sale has its print job, no job comes out twice, one that had begun is unknown', async () => {
  const folder = testFolder()
  const paper = join(folder, 'paper')
  writeFileSync(paper, '')
  const chance = seeded(seed)
  for (let n = 0; n < kills; n++)
    await oneLife({ folder, paper, seed: chance.between(0, 2 ** 31) }, chance.next() * 120)

  const ledger = openLedger({ folder, clock: systemClock, create: false })
  const waited = ledger.printJobs.waiting().length
  printWaiting(ledger, paper)
  const facts = [...ledger.entriesAfter(0)].map(({ fact }) => fact)
  const jobs = everyJob(ledger)
  ledger.close()
  const tickets = facts.flatMap((fact) => (fact.kind === 'saleCompleted' ? [fact.ticket.number] : []))
  const receipts = readFileSync(paper, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PrintedReceipt)
  const unknown = jobs.filter(({ state }) => state === 'unknown').length
  console.info(
    `kills ${kills}, tickets ${tickets.length}, receipts ${receipts.length}, unknown ${unknown}, waited ${waited}`,
  )
  expect(jobsAgainstPaper(tickets, jobs, facts, receipts)).toEqual([])
  expect(verifyLedger(folder).problems).toEqual([])
  // Kills that never met a printer would prove nothing.
  expect(unknown).toBeGreaterThan(0)
  expect(tickets.length).toBeGreaterThan(kills)
}, 600_000)
