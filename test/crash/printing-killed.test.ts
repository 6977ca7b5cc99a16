import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type PrinterSimulator, printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Command } from '#shared/checkout/command.ts'
import { dirham } from '#shared/money/amount.ts'
import type { PrintingAsked, PrintingSaid } from './printing-till.ts'

/** Slow enough that a receipt takes a good part of a second, whatever the machine has to do besides. */
const lineMs = 12

interface Shop {
  readonly folder: string
  readonly printer: PrinterSimulator
  readonly port: number
  readonly sheets: () => number
}

/** A printer that outlives every till. */
async function openShop(): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-printing-'))
  const printer = printerSimulator({ lineMs })
  let sheets = 0
  printer.onSheet(() => sheets++)
  const listener = await listenTcp({ port: 0 }, (link) => printer.accept(link))
  onTestFinished(async () => {
    await listener.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, printer, port: listener.port, sheets: () => sheets }
}

async function startTill({ folder, port }: Shop) {
  const child: ChildProcess = fork(new URL('./printing-till.ts', import.meta.url))
  onTestFinished(() => void child.kill('SIGKILL'))
  async function ask(asked: PrintingAsked): Promise<PrintingSaid> {
    child.send(asked)
    const [said] = (await once(child, 'message')) as [PrintingSaid]
    if (said.said === 'failed') throw new Error(said.error)
    return said
  }
  const send = async (command: Command): Promise<void> => {
    const said = await ask({ asked: 'send', command })
    expect(said).toEqual({ said: 'answer', answer: { ok: true, value: null } })
  }
  await ask({ asked: 'open', folder, printerPort: port })
  return {
    send,
    async sell() {
      await send({ type: 'scan', code: 'LEA-03', quantity: 1 })
      await send({ type: 'payCash', given: dirham(1_000_000) })
    },
    async jobs() {
      const said = await ask({ asked: 'jobs' })
      return said.said === 'jobs' ? said.jobs : []
    },
    close: () => ask({ asked: 'close' }),
    async kill() {
      const dead = once(child, 'exit')
      child.kill('SIGKILL')
      await dead
    },
  }
}

const receiptFacts = (folder: string) => {
  const ledger = openReadOnly(folder)
  const facts = [...ledger.entriesAfter(0)].map(({ fact }) => fact)
  ledger.close()
  return facts
    .filter((fact) => fact.kind === 'receiptPrinted')
    .map(({ ticketNumber, copy, outcome }) => [Number(ticketNumber), copy, outcome])
}

test('a till killed while a receipt comes out prints what waited behind it, and asks about that one', {
  timeout: 60_000,
}, async () => {
  const shop = await openShop()
  const first = await startTill(shop)
  for (let visitor = 1; visitor <= 3; visitor++) await first.sell()
  // The second receipt is half out, the third waits behind it.
  await expect.poll(() => shop.sheets(), { timeout: 20_000, interval: 5 }).toBe(1)
  await expect.poll(() => shop.printer.printing(), { timeout: 20_000, interval: 5 }).toBe(true)
  const before = await first.jobs()
  expect(before.map(({ state }) => state)).toEqual(['done', 'printing', 'queued'])
  await first.kill()

  const second = await startTill(shop)
  await expect
    .poll(async () => (await second.jobs()).map(({ state }) => state), { timeout: 30_000 })
    .toEqual(['done', 'unknown', 'done'])
  expect((await second.jobs())[1]).toMatchObject({ trouble: 'tillRestarted', copy: 0 })
  expect(receiptFacts(shop.folder)).toEqual([
    [1, 0, 'done'],
    [2, 0, 'unknown'],
    [3, 0, 'done'],
  ])
  // All that was sent before the power went came out, as from a real printer's buffer; nothing of it twice.
  expect(shop.sheets()).toBeLessThanOrEqual(3)

  await second.send({ type: 'answerPrint', job: before[1]?.id ?? 0, answer: 'again' })
  await second.close()
  expect(receiptFacts(shop.folder).at(-1)).toEqual([2, 1, 'done'])
  expect(verifyLedger(shop.folder).problems).toEqual([])
})

test('what a printer took nothing of waits for a person over a power cut, and then comes out as the receipt itself', {
  timeout: 60_000,
}, async () => {
  const shop = await openShop()
  shop.printer.setFault('coverOpen')
  const first = await startTill(shop)
  await first.sell()
  await expect.poll(async () => (await first.jobs())[0]?.state, { timeout: 20_000 }).toBe('notStarted')
  await first.kill()
  shop.printer.setFault('none')

  const second = await startTill(shop)
  expect((await second.jobs()).map(({ state, trouble }) => [state, trouble])).toEqual([
    ['notStarted', 'coverOpen'],
  ])
  expect(shop.sheets()).toBe(0)
  await second.send({ type: 'answerPrint', job: (await second.jobs())[0]?.id ?? 0, answer: 'again' })
  await second.close()
  expect(receiptFacts(shop.folder)).toEqual([
    [1, 0, 'notStarted'],
    [1, 0, 'done'],
  ])
  expect(shop.sheets()).toBe(1)
})
