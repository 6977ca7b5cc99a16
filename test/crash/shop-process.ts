import type { ChargeEvent } from '#drivers/simulators/terminal/naps/book.ts'
import type { NapsFault } from '#drivers/simulators/terminal/naps/faults.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { crashTimings } from './crash-timings.ts'
import { listenForPaper, type PrintedReceipt } from './paper-sink.ts'
import { seeded } from './seeded.ts'

/*
 * What stands around the till and is never killed: the terminal with its own record of charges, and the paper. Their
 * records are the witnesses.
 */
export type ShopAsked =
  | { readonly asked: 'open'; readonly seed: number }
  /** Whether the charge of a sequence stands, once that is settled on the terminal. */
  | { readonly asked: 'look'; readonly sequence: number }
  | { readonly asked: 'record' }

export type ShopSaid =
  | { readonly said: 'open'; readonly terminalPort: number; readonly paperPort: number }
  /** Not asked for: the acquirer has just decided, what follows is confirmation. */
  | { readonly said: 'decided' }
  | { readonly said: 'looked'; readonly outcome: 'approved' | 'declined' }
  | {
      readonly said: 'record'
      readonly terminal: readonly ChargeEvent[]
      readonly receipts: readonly PrintedReceipt[]
    }

/** Several questions may be open at a time; `id` tells whose an answer is. */
export interface ShopQuestion {
  readonly id: number
  readonly asked: ShopAsked
}
export interface ShopAnswer {
  readonly id: number
  readonly said: ShopSaid
}

/** Everything a terminal or its line does to a till in a bad year; two thirds of the charges go well. */
const weather: readonly NapsFault[] = [
  'decline',
  'decline',
  'dropAfterApprove',
  'dropAfterConfirm',
  'dropBeforeCard',
  'silentConfirm',
  'deafToConfirm',
  'fragment',
  'noise',
  'merge',
  'wrongEcho',
]

const receipts: PrintedReceipt[] = []
let terminal = napsSimulator()

async function open(seed: number): Promise<ShopSaid> {
  const own = seeded(seed)
  const { windowMs } = crashTimings
  terminal = napsSimulator({
    timings: { cardMs: 3, authoriseMs: 2, answerMs: 4, silenceMs: 1, brokenMs: 50, windowMs },
    onDisplay: (step) => {
      if (step === null) process.send?.({ id: 0, said: { said: 'decided' } } satisfies ShopAnswer)
    },
  })
  const paper = await listenForPaper(receipts)
  const { port } = await listenTcp({ port: 0 }, (link) => {
    terminal.setFault(own.chance(0.15) ? own.pick(weather) : 'none')
    terminal.accept(link)
  })
  return { said: 'open', terminalPort: port, paperPort: paper.port }
}

/** A person reads the terminal's own list, after it has had the time to reverse what was not confirmed. */
async function look(sequence: number): Promise<ShopSaid> {
  await new Promise((settled) => setTimeout(settled, crashTimings.windowMs + crashTimings.windowMarginMs))
  const stands = terminal.standing().some((charge) => Number(charge.sequence) === sequence)
  return { said: 'looked', outcome: stands ? 'approved' : 'declined' }
}

async function answer(message: ShopAsked): Promise<ShopSaid> {
  if (message.asked === 'open') return open(message.seed)
  if (message.asked === 'look') return look(message.sequence)
  return { said: 'record', terminal: terminal.journal(), receipts }
}

process.on('message', ({ id, asked }: ShopQuestion) => {
  void answer(asked).then((said) => process.send?.({ id, said } satisfies ShopAnswer))
})
process.on('disconnect', () => process.exit(0))
