import { type NapsFault, napsFaults, type Terminator } from '#drivers/simulators/terminal/naps/faults.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { type Acceptor, listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { serveDevice } from '#drivers/simulators/wire/serve-device.node.ts'
import { untilTold } from './signals.ts'

export interface SimTerminalArgs {
  readonly protocol: string
  /** Port on 127.0.0.1, 0: any free one. */
  readonly tcp?: number
  /** Where the link to the pseudo-terminal is kept. */
  readonly pty?: string
  /** A serial port that is there already: the other end of a null-modem cable. */
  readonly serial?: string
  /** Faults of the first charge; `decline:3` holds for three; `terminator=!` or `terminator=none` for good. */
  readonly fault?: readonly string[]
  /** File that every charge, reversal and void is appended to, one JSON object a line. */
  readonly journal?: string
}

/**
 * `hanout sim terminal`: a card terminal in software, until told to stop. Says where it listens and what it charges.
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when the port is taken or the link cannot be made
 */
export async function runSimTerminal(
  args: SimTerminalArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
): Promise<number> {
  if (args.protocol !== 'naps') {
    say(`There is no simulated terminal for "${args.protocol}"; there is one for naps.`)
    return 2
  }
  if (args.tcp === undefined && args.pty === undefined && args.serial === undefined) {
    say('Tell the terminal where to listen: --tcp <port>, --pty <path>, --serial <path>, or several.')
    return 2
  }
  const wishes = (args.fault ?? []).map(readFault)
  const odd = wishes.find((wish) => typeof wish === 'string')
  if (odd !== undefined) {
    say(
      `There is no fault "${odd}". Known: ${napsFaults.join(', ')}, terminator=?, terminator=!, terminator=none.`,
    )
    return 2
  }
  const simulator = simulatorWith(
    wishes.filter((wish) => typeof wish !== 'string'),
    args.journal,
    say,
  )
  const acceptors: Acceptor[] = []
  try {
    if (args.tcp !== undefined) {
      acceptors.push(await listenTcp({ port: args.tcp }, (link) => simulator.accept(link)))
    }
    if (args.pty !== undefined) {
      acceptors.push(await openPty({ linkPath: args.pty }, (link) => simulator.accept(link)))
    }
    if (args.serial !== undefined) {
      acceptors.push(await serveDevice(args.serial, (link) => simulator.accept(link)))
    }
    for (const acceptor of acceptors) say(`naps terminal on ${acceptor.name}`)
    await stopped
  } finally {
    simulator.close()
    await Promise.all(acceptors.map((acceptor) => acceptor.close()))
  }
  const standing = simulator.standing()
  const total = standing.reduce((sum, charge) => sum + charge.amountMinor, 0)
  say(`${standing.length} charges stand, ${total} centimes`)
  return 0
}

type Wish = { readonly fault: NapsFault; readonly times: number } | { readonly terminator: Terminator }

/** @returns the text itself if it is no fault */
function readFault(text: string): Wish | string {
  const end = /^terminator=(\?|!|none)$/.exec(text)?.[1]
  if (end !== undefined) return { terminator: end === 'none' ? '' : (end as Terminator) }
  const [name = '', times = '1'] = text.split(':')
  const fault = napsFaults.find((each) => each === name)
  if (fault === undefined || !/^[1-9]\d{0,5}$/.test(times)) return text
  return { fault, times: Number(times) }
}

function simulatorWith(
  wishes: readonly Wish[],
  journal: string | undefined,
  say: (line: string) => void,
): TerminalSimulator {
  const last = wishes.findLast((wish) => 'terminator' in wish)
  const simulator = napsSimulator({
    ...(journal === undefined ? {} : { journal }),
    ...(last === undefined ? {} : { terminator: last.terminator }),
    onCharge: ({ event, trace, amountMinor }) =>
      say(event === 'settled' ? 'settled' : `${event} ${trace} ${amountMinor} centimes`),
  })
  for (const wish of wishes) if ('fault' in wish) simulator.setFault(wish.fault, wish.times)
  return simulator
}
