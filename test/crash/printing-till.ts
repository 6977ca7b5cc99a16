import { silentLog } from '#electron/platform/log.ts'
import { openTill } from '#electron/till.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import { dirham } from '#shared/money/amount.ts'

/** What the test asks of the till's process. */
export type PrintingAsked =
  | { readonly asked: 'open'; readonly folder: string; readonly printerPort: number }
  | { readonly asked: 'send'; readonly command: Command }
  | { readonly asked: 'jobs' }
  /** Once nothing prints any more. */
  | { readonly asked: 'close' }

export type PrintingSaid =
  | { readonly said: 'done' }
  | { readonly said: 'answer'; readonly answer: Answer }
  | { readonly said: 'jobs'; readonly jobs: readonly PrintJobView[] }
  | { readonly said: 'failed'; readonly error: string }

/** The till as the shells start it, devices and layouts included; only its screen is missing. */
let till: Awaited<ReturnType<typeof openTill>> | null = null

const cashier = 'Amina'

async function open(folder: string, port: number): Promise<void> {
  till = await openTill({ folder, log: silentLog })
  if (till.ledger.settings() !== null) return
  await till.devices.configure({
    terminal: null,
    printer: {
      protocol: 'escpos',
      place: { via: 'tcp', host: '127.0.0.1', port },
      name: 'Counter',
      profile: 'epson-tm-t20',
    },
  })
  const { settings, items, people } = demoShop
  for (const command of [
    { type: 'configure', settings },
    { type: 'loadCatalogue', items },
    { type: 'setPeople', people },
    { type: 'openShift', cashier, float: dirham(0) },
  ] satisfies Command[]) {
    const answer = await till.counter.send(command, cashier)
    if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`)
  }
}

async function answer(ask: PrintingAsked): Promise<PrintingSaid> {
  if (ask.asked === 'open') {
    await open(ask.folder, ask.printerPort)
    return { said: 'done' }
  }
  if (till === null) throw new Error('the till is not open')
  if (ask.asked === 'send') return { said: 'answer', answer: await till.counter.send(ask.command, cashier) }
  if (ask.asked === 'jobs') return { said: 'jobs', jobs: till.counter.printJobs() }
  await till.counter.settled()
  await till.close()
  return { said: 'done' }
}

process.on('message', (ask: PrintingAsked) => {
  answer(ask)
    .catch((error: unknown): PrintingSaid => ({ said: 'failed', error: String(error) }))
    .then((said) => process.send?.(said))
})
process.on('disconnect', () => process.exit(0))
