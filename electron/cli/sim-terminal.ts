import { writeFile } from 'node:fs/promises'
import {
  findSimulatorKind,
  type SimulatorKind,
  simulatorKinds,
} from '#drivers/simulators/terminal/registry.ts'
import type { TerminalSimulator, Via } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { untilTold } from './signals.ts'
import { runSim } from './sim-run.ts'
import { readWishes, type Wishes } from './sim-terminal-faults.ts'
import { type SimWires, simWires } from './sim-wires.ts'

export interface SimTerminalArgs extends SimWires {
  readonly protocol: string
  /** Faults of the first charge; `decline:3` holds for three; `terminator=!` or `terminator=none` for good. */
  readonly fault?: readonly string[]
  /** File that every charge, reversal and void is appended to, one JSON object a line. */
  readonly journal?: string
  /** Until the visitor presents a card, ms. */
  readonly cardMs?: number
  /** Until the acquirer answers, ms. */
  readonly authoriseMs?: number
  /** Shared with the tills, `identifier:version:passphrase`; absent: messages travel as they are. */
  readonly key?: string
  /** File for the certificate authority that a till must be told to trust over `https`. */
  readonly authority?: string
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
  const kind = findSimulatorKind(args.protocol)
  if (kind === null) {
    const known = Object.keys(simulatorKinds).join(', ')
    say(`There is no simulated terminal for "${args.protocol}"; there are: ${known}.`)
    return 2
  }
  const wishes = readWishes(args.fault ?? [], kind)
  const trouble = wireTrouble(args, kind) ?? secretTrouble(args, kind)
  if (trouble !== null || typeof wishes === 'string') {
    say(trouble ?? String(wishes))
    return 2
  }
  if (args.authority !== undefined) await writeFile(args.authority, (await kind.authority?.()) ?? '')
  const simulator = await simulatorWith(args, kind, wishes, say)
  await runSim({
    wires: simWires(args, (link, via) => simulator.accept(link, via)),
    introduce: (wire) => `${args.protocol} terminal on ${wire}`,
    say,
    stopped,
    close: () => simulator.close(),
  })
  const standing = simulator.standing()
  const total = standing.reduce((sum, charge) => sum + charge.amountMinor, 0)
  say(`${standing.length} charges stand, ${total} centimes`)
  return 0
}

const flags = {
  tcp: { via: 'tcp', shown: '--tcp <port>' },
  https: { via: 'https', shown: '--https <port>' },
  pty: { via: 'serial', shown: '--pty <path>' },
  serial: { via: 'serial', shown: '--serial <path>' },
} as const satisfies Partial<Record<keyof SimTerminalArgs, { readonly via: Via; readonly shown: string }>>

/** One sentence on why it cannot be reached that way; `null`: it can. */
function wireTrouble(args: SimTerminalArgs, kind: SimulatorKind): string | null {
  const wires = Object.entries(flags) as [keyof typeof flags, (typeof flags)[keyof typeof flags]][]
  const fit = wires.filter(([, { via }]) => kind.vias.includes(via))
  const shown = fit.map(([, wire]) => wire.shown).join(', ')
  const odd = wires.find(([flag, { via }]) => args[flag] !== undefined && !kind.vias.includes(via))
  if (odd !== undefined) return `No ${args.protocol} terminal is reached by --${odd[0]}; there are: ${shown}.`
  const none = wires.every(([flag]) => args[flag] === undefined)
  return none ? `Tell the terminal where to listen: ${shown}, or several.` : null
}

/** One sentence on why its messages cannot be sealed so; `null`: they can. */
function secretTrouble(
  { protocol, key, authority, https }: SimTerminalArgs,
  kind: SimulatorKind,
): string | null {
  if (authority !== undefined && (kind.authority === undefined || https === undefined)) {
    return 'There is a certificate authority only where a terminal is reached by --https.'
  }
  if (key === undefined) return null
  if (!kind.seals) return `No ${protocol} terminal shares a key with its tills.`
  return keyOf(key) === null ? 'A key is written identifier:version:passphrase, the version 0 to 999.' : null
}

function keyOf(text: string) {
  const [, keyIdentifier = '', version = '', passphrase = ''] =
    /^([^:]{1,64}):(\d{1,3}):(.+)$/.exec(text) ?? []
  return passphrase === '' ? null : { keyIdentifier, keyVersion: Number(version), passphrase }
}

async function simulatorWith(
  { journal, cardMs, authoriseMs, key }: SimTerminalArgs,
  kind: SimulatorKind,
  { faults, quirks }: Wishes,
  say: (line: string) => void,
): Promise<TerminalSimulator> {
  const security = key === undefined ? null : keyOf(key)
  const simulator = await kind.make(
    {
      ...(security === null ? {} : { security }),
      ...(journal === undefined ? {} : { journal }),
      onCharge: ({ event, trace, amountMinor }) =>
        say(event === 'settled' ? 'settled' : `${event} ${trace} ${amountMinor} centimes`),
    },
    {
      ...(cardMs === undefined ? {} : { cardMs }),
      ...(authoriseMs === undefined ? {} : { authoriseMs }),
    },
    quirks,
  )
  for (const { name, times } of faults) simulator.setFault(name, times)
  return simulator
}
