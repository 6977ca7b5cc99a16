import { loyaltyCard, type SimulatedCard, testCard } from '#drivers/simulators/reader/cards.ts'
import { readerFaults } from '#drivers/simulators/reader/faults.ts'
import type { CardEntry, ReaderSimulator } from '#drivers/simulators/reader/reader-simulator.ts'
import {
  makeReaderSimulator,
  readerSimulators,
  type SimulatedReader,
} from '#drivers/simulators/reader/simulators.ts'
import { untilTold } from './signals.ts'
import { runSim } from './sim-run.ts'
import { type SimWires, simWires } from './sim-wires.ts'

export interface SimReaderArgs extends Pick<SimWires, 'pty'> {
  readonly protocol: string
  /** Faults of the first card; `badCheck:3` holds for three. */
  readonly fault?: readonly string[]
}

const cards: Readonly<Record<string, SimulatedCard>> = {
  card: testCard,
  house: loyaltyCard,
  blank: { kind: 'blank' },
}
const entries: readonly string[] = ['swipe', 'insert', 'tap'] satisfies CardEntry[]

/**
 * `hanout sim reader`: a card reader in software, until told to stop. Each line it is given presents a card: an
 * empty one or `card` the payment card, `house` one of the shop's own, `blank` one with nothing on it; `swipe` (as
 * if absent), `insert` or `tap` may follow.
 * @param lines `null`: what is typed, a line at a time; their end stops nothing
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when the link cannot be made
 */
export async function runSimReader(
  args: SimReaderArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
  lines: AsyncIterable<string> | null = null,
): Promise<number> {
  const { protocol, pty } = args
  const trouble = troubleOf(args)
  if (trouble !== null || pty === undefined) {
    say(trouble ?? '')
    return 2
  }
  const reader = makeReaderSimulator(protocol as SimulatedReader)
  for (const fault of args.fault ?? []) reader.setFault(faultOf(fault).name, faultOf(fault).times)
  await runSim({
    wires: simWires({ pty }, (link) => reader.accept(link, 'serial')),
    introduce: (wire) => `${protocol} reader on ${wire}; Enter presents a card`,
    say,
    stopped,
    typed: { lines, obey: (words) => present(reader, words) },
    close: () => reader.close(),
  })
  return 0
}

async function present(reader: ReaderSimulator, words: string): Promise<string> {
  const [name = 'card', entry = 'swipe'] = words.trim().split(/\s+/).filter(Boolean)
  const card = cards[name]
  if (card === undefined || !entries.includes(entry))
    return `There is no "${words.trim()}". Known: ${Object.keys(cards).join(', ')}; ${entries.join(', ')}.`
  await reader.swipe(card, entry as CardEntry)
  return `${name} ${entry}`
}

function faultOf(text: string): { readonly name: string; readonly times: number } {
  const [name = '', times = '1'] = text.split(':')
  return { name, times: Number(times) }
}

/** One sentence on why it cannot be; `null`: it can. */
function troubleOf({ protocol, pty, fault = [] }: SimReaderArgs): string | null {
  if (!Object.hasOwn(readerSimulators, protocol)) {
    const known = Object.keys(readerSimulators).join(', ')
    return `There is no simulated reader for "${protocol}"; there are: ${known}.`
  }
  if (pty === undefined) return 'Tell the reader where to be: --pty <path>.'
  const known: readonly string[] = readerFaults.filter((name) => name !== 'none')
  const odd = fault.find((text) => !known.includes(faultOf(text).name) || !/^\w+(:[1-9]\d{0,5})?$/.test(text))
  return odd === undefined ? null : `There is no fault "${odd}". Known: ${known.join(', ')}.`
}
