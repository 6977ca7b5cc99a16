import type { ChargeEvent, TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { crashTimings } from './crash-timings.ts'
import { confirms, type KillProtocol, type KillProtocolName, killProtocols } from './kill-protocols.ts'
import { listenForPaper, type PrintedReceipt } from './paper-sink.ts'
import { seeded } from './seeded.ts'
import { type TerminalWords, wireTap } from './wire-tap.ts'

/*
 * What stands around the till and is never killed: the terminal with its own record of charges, and the paper. Their
 * records are the witnesses.
 */
export type ShopAsked =
  | {
      readonly asked: 'open'
      readonly seed: number
      readonly protocol: KillProtocolName
      /** For the link to a pseudo-terminal. */
      readonly folder: string
    }
  /** Whether a charge of so much stands, once that is settled on the terminal. */
  | { readonly asked: 'look'; readonly amountMinor: number }
  | { readonly asked: 'record' }

export type ShopSaid =
  | { readonly said: 'open'; readonly terminal: TerminalAddress; readonly paperPort: number }
  /** Not asked for: a charge has just come to where a power cut would hurt. */
  | { readonly said: 'moment'; readonly moment: Moment }
  | { readonly said: 'looked'; readonly outcome: 'approved' | 'declined' }
  | {
      readonly said: 'record'
      readonly terminal: readonly ChargeEvent[]
      readonly receipts: readonly PrintedReceipt[]
      readonly words: TerminalWords
    }

/** Where the terminal is: a port of this machine, or the path of a serial line. */
export type TerminalAddress = { readonly port: number } | { readonly path: string }

/**
 * The request is at the terminal; the acquirer has decided; the confirmation is at the terminal and has not been
 * answered. NAPS is heard on the wire, the others by what their terminal shows and does.
 */
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

/** Every so many charges that went well the terminal cannot be reached before it could say so… */
const chargesBetweenOutages = 18
/** …for so long, ms, in turn: past the end of the charge, and past the end of the recovery that follows it. */
const outagesMs = [300, 900]

const receipts: PrintedReceipt[] = []
const tap = wireTap((moment) => tell(moment))
let terminal: TerminalSimulator = killProtocols.naps.makeSimulator({})

const tell = (moment: Moment): void =>
  void process.send?.({ id: 0, said: { said: 'moment', moment } } satisfies ShopAnswer)

async function open(message: Extract<ShopAsked, { asked: 'open' }>): Promise<ShopSaid> {
  const own = seeded(message.seed)
  const protocol = killProtocols[message.protocol]
  const onTheWire = message.protocol === 'naps'
  const lines = new Set<Link>()
  let outage = 0
  let awayUntil = 0
  let charges = own.between(0, chargesBetweenOutages - 1)

  function goAway(): void {
    awayUntil = performance.now() + (outagesMs[outage % outagesMs.length] ?? 0)
    outage += 1
    for (const line of lines) void line.close()
  }

  terminal = protocol.makeSimulator({
    onDisplay: (step) => {
      if (step === null) tell('decided')
      else if (step === 'presentCard' && !onTheWire) tell('requested')
    },
    onCharge: ({ event }) => {
      if (event === 'confirmed' && !onTheWire) tell('confirming')
      if (event !== (confirms(message.protocol) ? 'confirmed' : 'approved')) return
      charges += 1
      if (charges % chargesBetweenOutages === 0) goAway()
    },
  })
  const accept = (link: Link): void => {
    if (performance.now() < awayUntil) return void link.close()
    lines.add(link)
    link.onClose(() => void lines.delete(link))
    changeWeather(protocol, own)
    terminal.accept(onTheWire ? tap.around(link) : link, protocol.wire === 'pty' ? 'serial' : 'tcp')
  }
  const paper = await listenForPaper(receipts)
  return { said: 'open', terminal: await listen(protocol, message.folder, accept), paperPort: paper.port }
}

type Chance = ReturnType<typeof seeded>

/** A serial line is there once for many charges: its weather changes by the clock instead. */
function changeWeather(protocol: KillProtocol, own: Chance): void {
  const change = (): void => terminal.setFault(own.chance(0.15) ? own.pick(protocol.weather) : 'none')
  change()
  if (protocol.wire === 'pty') setInterval(change, 60).unref()
}

async function listen(
  protocol: KillProtocol,
  folder: string,
  accept: (link: Link) => void,
): Promise<TerminalAddress> {
  if (protocol.wire === 'tcp') return { port: (await listenTcp({ port: 0 }, accept)).port }
  const { path } = await openPty({ linkPath: `${folder}/terminal`, awayMs: 30 }, accept)
  return { path }
}

/** A person reads the terminal's own list, after it has had the time to reverse what was not confirmed. */
async function look(amountMinor: number): Promise<ShopSaid> {
  await new Promise((settled) => setTimeout(settled, crashTimings.windowMs + crashTimings.windowMarginMs))
  const stands = terminal.standing().some((charge) => charge.amountMinor === amountMinor)
  return { said: 'looked', outcome: stands ? 'approved' : 'declined' }
}

async function answer(message: ShopAsked): Promise<ShopSaid> {
  if (message.asked === 'open') return open(message)
  if (message.asked === 'look') return look(message.amountMinor)
  return { said: 'record', terminal: terminal.journal(), receipts, words: tap.words() }
}

process.on('message', ({ id, asked }: ShopQuestion) => {
  void answer(asked).then((said) => process.send?.({ id, said } satisfies ShopAnswer))
})
process.on('disconnect', () => process.exit(0))
