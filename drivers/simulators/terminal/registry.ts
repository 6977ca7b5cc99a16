import { caisseApFaults } from './caisse-ap/faults.ts'
import { concertFaults } from './concert/faults.ts'
import { napsFaults } from './naps/faults.ts'
import { nexoFaults } from './nexo/faults.ts'
import type { TerminalKey } from './nexo/seal.ts'
import type { SimulatorParts, TerminalSimulator, Via } from './terminal-simulator.ts'
import { zvtFaults } from './zvt/faults.ts'

/** How fast the simulated terminal and the people at it are, ms; absent: as its README says. */
export interface SimulatorPace {
  /** Until the visitor presents a card. */
  readonly cardMs?: number
  /** Until the acquirer answers. */
  readonly authoriseMs?: number
  /** Until an approval that nobody confirmed is taken back, in protocols that have that. */
  readonly windowMs?: number
}

/** One simulated protocol: how it can be reached, what can go wrong with it, and the terminal itself. */
export interface SimulatorKind {
  readonly vias: readonly Via[]
  /** Without `none`. */
  readonly faults: readonly string[]
  /** Peculiarities that hold for the terminal's whole life, and their values, the usual one first. */
  readonly quirks: Readonly<Record<string, readonly string[]>>
  /** Whether it can share a key with its tills; `SimulatorParts.security` is ignored by all others. */
  readonly seals: boolean
  /** PEM that a till must be told to trust over `https`; absent where there is no `https`. */
  authority?(): Promise<string>
  /** @param quirks values out of the table above */
  make(
    parts: SimulatorParts & { readonly security?: TerminalKey },
    pace?: SimulatorPace,
    quirks?: Readonly<Record<string, string>>,
  ): Promise<TerminalSimulator>
}

const without = (faults: readonly string[]): readonly string[] => faults.filter((fault) => fault !== 'none')

/** Without what nobody asked for. */
const given = (pace: { readonly [name: string]: number | undefined }): { [name: string]: number } =>
  Object.fromEntries(Object.entries(pace).flatMap(([name, ms]) => (ms === undefined ? [] : [[name, ms]])))

/** Every terminal there is in software. */
export const simulatorKinds = {
  naps: {
    vias: ['tcp', 'serial'],
    faults: without(napsFaults),
    /** What ends an answer: the guide says `?`, NapsPay 5.4.4 sends `!`, some send nothing. */
    quirks: { terminator: ['?', '!', 'none'] },
    seals: false,
    async make(parts, pace = {}, { terminator = '?' } = {}) {
      const { napsSimulator } = await import('./naps/naps-simulator.ts')
      return napsSimulator({
        ...parts,
        timings: pace,
        terminator: terminator === '!' ? '!' : terminator === 'none' ? '' : '?',
      })
    },
  },
  zvt: {
    vias: ['tcp', 'serial'],
    faults: without(zvtFaults),
    /** What becomes of an approval that nobody acknowledged: older terminals reverse it, newer ones keep it. */
    quirks: { unacknowledged: ['reversed', 'kept'] },
    seals: false,
    async make(parts, { cardMs, authoriseMs } = {}, { unacknowledged } = {}) {
      const { zvtSimulator } = await import('./zvt/zvt-simulator.ts')
      const keepsUnacknowledged = unacknowledged === 'kept'
      return zvtSimulator({ ...parts, keepsUnacknowledged, timings: given({ cardMs, authoriseMs }) })
    },
  },
  concert: {
    // The second for a serial line behind a network adapter.
    vias: ['serial', 'tcp'],
    faults: without(concertFaults),
    quirks: {},
    seals: false,
    async make(parts, { cardMs, authoriseMs } = {}) {
      const { concertSimulator } = await import('./concert/concert-simulator.ts')
      return concertSimulator({ ...parts, timings: given({ cardMs, authoriseMs }) })
    },
  },
  'caisse-ap': {
    vias: ['tcp', 'serial'],
    faults: without(caisseApFaults),
    quirks: {},
    seals: false,
    async make(parts, { cardMs, authoriseMs } = {}) {
      const { caisseApSimulator } = await import('./caisse-ap/caisse-ap-simulator.ts')
      return caisseApSimulator({ ...parts, timings: given({ cardMs, authoriseMs }) })
    },
  },
  nexo: {
    vias: ['tcp', 'https', 'serial'],
    faults: without(nexoFaults),
    quirks: {},
    seals: true,
    async authority() {
      const { testAuthorityPem } = await import('./nexo/test-certificate.data.ts')
      return testAuthorityPem
    },
    async make(parts, { cardMs, authoriseMs } = {}) {
      const { nexoSimulator } = await import('./nexo/nexo-simulator.ts')
      return nexoSimulator({ ...parts, timings: given({ cardMs, authoriseMs }) })
    },
  },
} satisfies Readonly<Record<string, SimulatorKind>>

export type SimulatedProtocol = keyof typeof simulatorKinds

/** @returns `null`: there is no simulated terminal of this protocol */
export const findSimulatorKind = (protocol: string): SimulatorKind | null =>
  Object.hasOwn(simulatorKinds, protocol) ? simulatorKinds[protocol as SimulatedProtocol] : null
