import type { NapsFault } from '#drivers/simulators/terminal/naps/faults.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import type { ChargeEvent } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { crashTimings } from './crash-timings.ts'
import { listenForPaper, type PrintedReceipt } from './paper-sink.ts'
import { seeded } from './seeded.ts'
import { type TerminalWords, wireTap } from './wire-tap.ts'

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
  /** Not asked for: a charge has just come to where a power cut would hurt. */
  | { readonly said: 'moment'; readonly moment: Moment }
  | { readonly said: 'looked'; readonly outcome: 'approved' | 'declined' }
  | {
      readonly said: 'record'
      readonly terminal: readonly ChargeEvent[]
      readonly receipts: readonly PrintedReceipt[]
      readonly words: TerminalWords
    }

/** 001 is at the terminal; the acquirer has decided; 002 is at the terminal and 102 has not left. */
export type Moment = 'requested' | 'decided' | 'confirming'

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
  'autoReversal',
  'fragment',
  'noise',
  'merge',
  'wrongEcho',
]

/** Every so many confirmed charges the terminal cannot be reached before it could say so… */
const confirmsBetweenOutages = 18
/** …for so long, ms, in turn: past the end of the charge, and past the end of the recovery that follows it. */
const outagesMs = [300, 900]

const receipts: PrintedReceipt[] = []
const tap = wireTap((moment) => tell(moment))
let terminal = napsSimulator()

const tell = (moment: Moment): void =>
  void process.send?.({ id: 0, said: { said: 'moment', moment } } satisfies ShopAnswer)

async function open(seed: number): Promise<ShopSaid> {
  const own = seeded(seed)
  const { windowMs } = crashTimings
  const lines = new Set<Link>()
  let outage = 0
  let awayUntil = 0
  let confirms = own.between(0, confirmsBetweenOutages - 1)

  function goAway(): void {
    awayUntil = performance.now() + (outagesMs[outage % outagesMs.length] ?? 0)
    outage += 1
    for (const line of lines) void line.close()
  }

  terminal = napsSimulator({
    timings: { cardMs: 3, authoriseMs: 2, answerMs: 4, silenceMs: 1, brokenMs: 50, windowMs },
    onDisplay: (step) => {
      if (step === null) tell('decided')
    },
    onCharge: ({ event }) => {
      if (event !== 'confirmed') return
      confirms += 1
      if (confirms % confirmsBetweenOutages === 0) goAway()
    },
  })
  const paper = await listenForPaper(receipts)
  const { port } = await listenTcp({ port: 0 }, (link) => {
    if (performance.now() < awayUntil) return void link.close()
    lines.add(link)
    link.onClose(() => void lines.delete(link))
    terminal.setFault(own.chance(0.15) ? own.pick(weather) : 'none')
    terminal.accept(tap.around(link))
  })
  return { said: 'open', terminalPort: port, paperPort: paper.port }
}

/** A person reads the terminal's own list, after it has had the time to reverse what was not confirmed. */
async function look(sequence: number): Promise<ShopSaid> {
  await new Promise((settled) => setTimeout(settled, crashTimings.windowMs + crashTimings.windowMarginMs))
  const stands = terminal.standing().some((charge) => Number(charge.reference) === sequence)
  return { said: 'looked', outcome: stands ? 'approved' : 'declined' }
}

async function answer(message: ShopAsked): Promise<ShopSaid> {
  if (message.asked === 'open') return open(message.seed)
  if (message.asked === 'look') return look(message.sequence)
  return { said: 'record', terminal: terminal.journal(), receipts, words: tap.words() }
}

process.on('message', ({ id, asked }: ShopQuestion) => {
  void answer(asked).then((said) => process.send?.({ id, said } satisfies ShopAnswer))
})
process.on('disconnect', () => process.exit(0))
