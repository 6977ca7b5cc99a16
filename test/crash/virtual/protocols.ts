import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import type {
  SimulatorParts,
  TerminalSimulator,
  Via,
} from '#drivers/simulators/terminal/terminal-simulator.ts'
import type { DriverParts } from '#drivers/terminals/driver-parts.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import type { Terminal } from '#drivers/terminals/terminal.ts'

/** A protocol over one kind of wire, at its own times; virtual time makes them short. */
export interface CrashProtocol {
  readonly name: string
  readonly via: Via
  /** Faults that may come beside the kill. */
  readonly faults: readonly string[]
  /** What it can do with a charge that was made. */
  readonly undoes: readonly ('void' | 'refund')[]
  readonly makeSimulator: (parts: SimulatorParts) => TerminalSimulator
  readonly makeDriver: (parts: DriverParts) => Terminal
}

/** What a line or a terminal does wrong in every protocol. */
const everywhere = [
  'decline',
  'dropAfterApprove',
  'dropBeforeCard',
  'slow',
  'fragment',
  'merge',
  'noise',
  'wrongEcho',
]

export const crashProtocols: readonly CrashProtocol[] = [
  {
    name: 'naps',
    via: 'tcp',
    faults: [...everywhere, 'silent', 'dropAfterConfirm', 'silentConfirm', 'autoReversal', 'staleFrame'],
    undoes: [],
    makeSimulator: (parts) => napsSimulator(parts),
    makeDriver: (parts) => napsTerminal(parts),
  },
]
