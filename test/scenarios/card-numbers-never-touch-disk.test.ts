import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { type Acceptor, listenTcp, type TcpAcceptor } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { serveTill } from '#electron/serve.ts'
import type { Loopback } from '#electron/shell/browser/loopback.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { receiptLanguages } from '#shared/kernel/language.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { must, openDemoShop } from '../harness/demo-sale.ts'
import { type Connected, openShell, type TillClient } from '../harness/shell-client.ts'
import { leaksIn, withCheckDigit } from './stage/card-number-hunt.ts'
import { filesOf } from './stage/files-of.ts'
import { talkativeLog } from './stage/talkative-log.ts'
import { type TalkativeTerminal, talkativeTerminal } from './stage/talkative-terminal.ts'

const cards = [
  '493721856034127',
  '552318047619358',
  '371449203658172',
  '400271938264051',
  '638120457793106',
].map(withCheckDigit)
const [approved, arabic, declined, dropped, unknown] = cards as [string, string, string, string, string]

let folder: string
let terminal: TalkativeTerminal
let paper: TcpAcceptor & Acceptor
let running: { till: Till; served: Loopback; shell: Connected } | null = null
/** What the rooms logged before the log's own net, what the till printed, and what it sent to its page. */
let logged: string[]
let printed: string
let sent: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-cards-'))
  logged = []
  printed = ''
  sent = []
  terminal = await talkativeTerminal()
  const printer = printerSimulator()
  paper = await listenTcp({ port: 0 }, (link) => {
    link.onData((bytes) => {
      printed += Buffer.from(bytes).toString('latin1')
    })
    printer.accept(link)
  })
})
afterEach(async () => {
  await stop()
  await terminal.close()
  await paper.close()
  rmSync(folder, { recursive: true })
})

async function start(): Promise<TillClient> {
  const log = talkativeLog(folder, logged)
  const till = await openTill({ folder, log })
  const served = await serveTill(till, { log, rendererFolder: folder })
  const shell = await openShell(served.newAddress())
  shell.socket.on('message', (raw) => sent.push(String(raw)))
  running = { till, served, shell }
  // Somebody looks at the counter all the time.
  void (async () => {
    for await (const _view of await shell.client.counter.watch());
  })().catch(() => undefined)
  return shell.client
}
async function stop(): Promise<void> {
  const { till, served } = running ?? {}
  running = null
  await served?.close()
  await till?.close()
}

async function until(client: TillClient, wanted: (view: CheckoutView) => boolean): Promise<void> {
  for await (const view of await client.counter.watch()) if (wanted(view)) return
}
const finished = (ticket: number) => (view: CheckoutView) =>
  view.done?.ticket === ticket && view.done.receipt === 'done'

async function charge(client: TillClient, code: string, card: string): Promise<void> {
  terminal.present(card)
  await must(client, { type: 'scan', code, quantity: 1 })
  await must(client, { type: 'payCard', amount: null })
}

/** Every way a ticket is shown: in lists, whole, as a picture and as the words of its paper in each language. */
async function lookAt(client: TillClient, number: number): Promise<string> {
  await client.tickets.get({ number })
  await client.papers.picture({ kind: 'receipt', ticket: number })
  await client.tickets.list({ text: approved.slice(-4), before: null, limit: 10 })
  const row = running?.till.ledger.findTicket(number as TicketNumber)
  const settings = running?.till.ledger.settings()
  if (row == null || settings == null) throw new Error(`no ticket ${number}`)
  const papers = receiptLanguages.map((language) =>
    receiptDocument({ ...row, ticket: { ...row.ticket, language }, copy: 1, settings }),
  )
  return JSON.stringify(papers)
}

/** Every paper there is of a card sale: printed, and as a page. @returns the pages */
async function takePapers(client: TillClient, ticket: number): Promise<string> {
  await must(client, {
    type: 'issueInvoice',
    ticket,
    buyer: { name: 'Riad Sud', address: '', ice: '' },
  })
  const row = running?.till.ledger.findTicket(ticket as TicketNumber)
  const tender = row?.ticket.tenders[0]
  if (row == null || tender?.kind !== 'card') throw new Error(`ticket ${ticket} is of no card`)
  const papers: readonly PaperRequest[] = [
    { kind: 'receipt', ticket: ticket as TicketNumber },
    { kind: 'giftReceipt', ticket: ticket as TicketNumber, lines: null },
    { kind: 'cardSlip', attempt: tender.attemptId },
    { kind: 'invoice', invoice: 1 },
    { kind: 'shiftReport', shift: row.ticket.shiftId, language: 'fr' },
  ]
  let pages = ''
  for (const paper of papers) {
    await must(client, { type: 'printPaper', paper })
    await client.papers.picture(paper)
    const page = await client.papers.page(paper)
    if (!page.ok) throw new Error(`no page of the ${paper.kind}: ${page.refusal.code}`)
    pages += page.value.html
  }
  const waits = async () => (await client.papers.jobs()).filter(({ state }) => state !== 'done')
  await expect.poll(waits, { timeout: 20_000 }).toEqual([])
  return pages
}

test('no more of a card number than its first six and last four digits is kept, told, shown or printed', async () => {
  let client = await start()
  await openDemoShop(client)
  const tcp = (port: number) => ({ via: 'tcp', host: '127.0.0.1', port }) as const
  await client.devices.configure({
    terminal: { protocol: 'naps', name: 'NAPS', place: tcp(terminal.port) },
    printer: { protocol: 'escpos', name: '80 mm', profile: 'epson-tm-t20', place: tcp(paper.port) },
  })

  await charge(client, 'LEA-01', approved)
  await until(client, finished(1))
  await must(client, { type: 'reprint', ticket: 1 })
  await until(client, (view) => view.done?.receipt !== 'done')
  await until(client, finished(1))

  const pages = await takePapers(client, 1)

  await must(client, { type: 'scan', code: 'LEA-01', quantity: 1 })
  await must(client, { type: 'chooseLanguage', language: 'ar' })
  terminal.present(arabic)
  await must(client, { type: 'payCard', amount: null })
  await until(client, finished(2))

  terminal.simulator.setFault('decline')
  await charge(client, 'LEA-01', declined)
  await until(client, (view) => view.sale?.lastDecline != null)
  await must(client, { type: 'payCash', given: 1_000_000 })
  await until(client, finished(3))

  terminal.simulator.setFault('dropAfterConfirm')
  await charge(client, 'LEA-01', dropped)
  await until(client, finished(4))

  await must(client, { type: 'setTraining', on: true })
  await charge(client, 'LEA-01', approved)
  await until(client, (view) => view.training && view.done !== null)
  const practising = filesOf(folder)
  await must(client, { type: 'setTraining', on: false })

  // The till goes between the approval and its own knowing; a person answers for the terminal afterwards.
  terminal.simulator.setFault('dropAfterApprove')
  await charge(client, 'LEA-01', unknown)
  await expect.poll(() => terminal.simulator.standing().length, { timeout: 10_000 }).toBe(4)
  await stop()
  client = await start()
  await client.house.unlock({ person: 'hassan', pin: '1234' })
  await until(client, (view) => view.phase === 'unresolved')
  await must(client, { type: 'resolveAttempt', outcome: 'approved', name: 'Hassan' })
  await until(client, finished(5))

  const shown = [
    await lookAt(client, 1),
    await lookAt(client, 2),
    await lookAt(client, 4),
    await lookAt(client, 5),
  ].join('\n')
  const files = filesOf(folder)
  await stop()

  // The hunt finds what the terminal said, in every shape it said it.
  for (const card of [approved, arabic, dropped]) {
    const shapes = [
      card,
      card.replace(/(.{4})(?=.)/g, '$1 '),
      card.replace(/(.{4})(?=.)/g, '$1-'),
      `${card}=`,
    ]
    for (const shape of shapes) expect(terminal.said()).toContain(shape)
    for (const shape of shapes) expect(leaksIn(shape, cards)).toHaveLength(9)
  }
  // And it looks where card numbers would be: their last four digits are there.
  const masked = `${approved.slice(0, 6)}******${approved.slice(-4)}`
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['ledger.db', 'ledger.db-wal', 'devices.json', 'browsers.json', 'hanout.log']),
  )
  expect([...practising.keys()]).toContain('training.db')
  expect(`${files.get('ledger.db')}${files.get('ledger.db-wal')}`).toContain(masked)
  expect(files.get('hanout.log')).toContain(masked)
  expect(sent.join('\n')).toContain(masked)
  for (const text of [printed, shown, pages]) expect(text).toContain(`**** ${approved.slice(-4)}`)

  const everything = new Map<string, string>([
    ...practising,
    ...files,
    ['the log before its own net', logged.join('\n')],
    ['what was sent to the page', sent.join('\n')],
    ['what was printed', printed],
    ['the words of the paper', shown],
    ['the pages of all papers', pages],
  ])
  for (const [place, text] of everything) expect(leaksIn(text, cards), place).toEqual([])
}, 60_000)
