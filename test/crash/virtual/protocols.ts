import { caisseApSimulator } from '#drivers/simulators/terminal/caisse-ap/caisse-ap-simulator.ts'
import { caisseApFaults } from '#drivers/simulators/terminal/caisse-ap/faults.ts'
import { concertSimulator } from '#drivers/simulators/terminal/concert/concert-simulator.ts'
import { concertFaults } from '#drivers/simulators/terminal/concert/faults.ts'
import { napsFaults } from '#drivers/simulators/terminal/naps/faults.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { nexoFaults } from '#drivers/simulators/terminal/nexo/faults.ts'
import { nexoSimulator } from '#drivers/simulators/terminal/nexo/nexo-simulator.ts'
import type {
  SimulatorParts,
  TerminalSimulator,
  Via,
} from '#drivers/simulators/terminal/terminal-simulator.ts'
import { zvtFaults } from '#drivers/simulators/terminal/zvt/faults.ts'
import { zvtSimulator } from '#drivers/simulators/terminal/zvt/zvt-simulator.ts'
import { caisseApTerminal } from '#drivers/terminals/caisse-ap/caisse-ap-terminal.ts'
import { concertTerminal } from '#drivers/terminals/concert/concert-terminal.ts'
import type { DriverParts } from '#drivers/terminals/driver-parts.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { nexoTerminal } from '#drivers/terminals/nexo/nexo-terminal.ts'
import type { Terminal } from '#drivers/terminals/terminal.ts'
import { zvtTerminal } from '#drivers/terminals/zvt/zvt-terminal.ts'

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

/**
 * Faults that are left to the contract suites: a terminal that charges another amount than it was asked for cannot
 * be compared by amounts, and what only changes words changes nothing here.
 */
const elsewhere = new Set([
  'none',
  'unmaskedPan',
  'saturatedReceipt',
  'partialApproval',
  'wrongAmount',
  'wrongCurrency',
])
const bad = (faults: readonly string[]): readonly string[] => faults.filter((fault) => !elsewhere.has(fault))

const poiId = 'V400m-123456789'

export const crashProtocols: readonly CrashProtocol[] = [
  {
    name: 'naps',
    via: 'tcp',
    faults: bad(napsFaults),
    undoes: ['void'],
    makeSimulator: (parts) => napsSimulator(parts),
    makeDriver: (parts) => napsTerminal(parts),
  },
  {
    name: 'naps',
    via: 'serial',
    faults: bad(napsFaults),
    undoes: ['void'],
    makeSimulator: (parts) => napsSimulator(parts),
    makeDriver: (parts) => napsTerminal(parts),
  },
  {
    name: 'zvt',
    via: 'tcp',
    faults: bad(zvtFaults),
    undoes: ['void', 'refund'],
    makeSimulator: (parts) => zvtSimulator(parts),
    makeDriver: (parts) => zvtTerminal({ ...parts, link: 'tcp' }),
  },
  {
    name: 'zvt',
    via: 'serial',
    faults: bad(zvtFaults),
    undoes: ['void', 'refund'],
    makeSimulator: (parts) => zvtSimulator(parts),
    makeDriver: (parts) => zvtTerminal({ ...parts, link: 'serial' }),
  },
  {
    name: 'concert',
    via: 'serial',
    faults: bad(concertFaults),
    undoes: ['refund'],
    makeSimulator: (parts) => concertSimulator(parts),
    makeDriver: (parts) => concertTerminal(parts),
  },
  {
    name: 'caisse-ap',
    via: 'tcp',
    faults: bad(caisseApFaults),
    undoes: ['refund'],
    makeSimulator: (parts) => caisseApSimulator(parts),
    makeDriver: (parts) => caisseApTerminal(parts),
  },
  {
    name: 'nexo',
    via: 'tcp',
    faults: bad(nexoFaults),
    undoes: ['void', 'refund'],
    makeSimulator: (parts) => nexoSimulator(parts),
    makeDriver: (parts) => nexoTerminal({ ...parts, channel: 'tcp', poiId }),
  },
]
