import type { DriverParts } from './driver-parts.ts'
import { practiceTimings } from './practice-timings.data.ts'
import type { ServiceOutcome, Terminal } from './terminal.ts'

/** What a terminal can be wired to the till with. */
export type TerminalVia = 'tcp' | 'https' | 'serial'

/** What the protocols need to know beside their wire. */
export interface DriverOptions {
  /** Number of this till at the terminal, two digits. */
  readonly till?: string
  /** Password of the till at the terminal, six digits. */
  readonly password?: string
  /** Name of this till at the terminal. */
  readonly saleId?: string
  /** The terminal's own name. */
  readonly poiId?: string
  readonly security?: {
    readonly keyIdentifier: string
    readonly keyVersion: number
    readonly passphrase: string
  }
  /** Certificate authority the terminal's certificate must come from, PEM. */
  readonly ca?: string
}
export type DriverOption = keyof DriverOptions

/** What some terminals can be told beside payments; absent where the protocol has no such message. */
export interface ServicedTerminal extends Terminal {
  /** Loads the merchant's parameters. */
  reference?(): Promise<ServiceOutcome>
  /** Back to the screen it rests on, from whatever it shows. */
  reset?(): Promise<ServiceOutcome>
}

/** One way to a terminal. */
export interface Wiring {
  /** TCP port it listens on unless set up otherwise. */
  readonly usualPort?: number
  /** Line settings it comes with. */
  readonly line?: { readonly baud: number; readonly format: '8N1' | '7E1' | '8N2' }
  /** Options it reads; any other would be ignored, so it is refused. */
  readonly reads: readonly DriverOption[]
  /** Options it cannot do without. */
  readonly needs: readonly DriverOption[]
}

/** One protocol: how its terminals are wired, and its driver, loaded when one is made. */
export interface TerminalKind {
  /** Empty: nothing is connected, a person stands between. */
  readonly wirings: Readonly<Partial<Record<TerminalVia, Wiring>>>
  /**
   * Whether a terminal that passes `check` has shown that it speaks this protocol. Where the protocol has no harmless
   * question, a check finds no more than a line that opens.
   */
  readonly checkProves: boolean
  /**
   * @param patience `practice`: waits cut to what someone learning will sit through; for simulated terminals only
   * @throws RangeError for options that do not fit
   */
  make(
    parts: DriverParts,
    options: DriverOptions,
    via: TerminalVia,
    patience: 'real' | 'practice',
  ): Promise<ServicedTerminal>
}

/** Every terminal there is a driver for. */
export const terminalKinds = {
  manual: {
    wirings: {},
    checkProves: false,
    async make() {
      const { manualTerminal } = await import('./manual/manual-terminal.ts')
      return manualTerminal()
    },
  },
  naps: {
    wirings: {
      tcp: { usualPort: 4444, reads: ['till'], needs: [] },
      serial: { line: { baud: 9_600, format: '8N1' }, reads: ['till'], needs: [] },
    },
    checkProves: true,
    async make(parts, { till }, _via, patience) {
      const { napsTerminal } = await import('./naps/naps-terminal.ts')
      const timings = patience === 'practice' ? practiceTimings.naps : {}
      return napsTerminal({ ...parts, ...(till === undefined ? {} : { till }), timings })
    },
  },
  zvt: {
    wirings: {
      tcp: { usualPort: 20_007, reads: ['password'], needs: [] },
      serial: { line: { baud: 9_600, format: '8N2' }, reads: ['password'], needs: [] },
    },
    checkProves: true,
    async make(parts, { password }, via, patience) {
      const { zvtTerminal } = await import('./zvt/zvt-terminal.ts')
      const link = via === 'serial' ? 'serial' : 'tcp'
      const timings = patience === 'practice' ? practiceTimings.zvt : {}
      return zvtTerminal({ ...parts, link, ...(password === undefined ? {} : { password }), timings })
    },
  },
  concert: {
    wirings: { serial: { line: { baud: 9_600, format: '8N1' }, reads: ['till'], needs: [] } },
    checkProves: true,
    async make(parts, { till }, _via, patience) {
      const { concertTerminal } = await import('./concert/concert-terminal.ts')
      const timings = patience === 'practice' ? practiceTimings.concert : {}
      return concertTerminal({ ...parts, ...(till === undefined ? {} : { till }), timings })
    },
  },
  'caisse-ap': {
    wirings: { tcp: { usualPort: 8888, reads: ['till'], needs: [] } },
    checkProves: false,
    async make(parts, { till }, _via, patience) {
      const { caisseApTerminal } = await import('./caisse-ap/caisse-ap-terminal.ts')
      const timings = patience === 'practice' ? practiceTimings.caisseAp : {}
      return caisseApTerminal({ ...parts, ...(till === undefined ? {} : { till }), timings })
    },
  },
  nexo: {
    wirings: {
      tcp: { reads: ['saleId', 'poiId'], needs: ['poiId'] },
      https: { usualPort: 8443, reads: ['saleId', 'poiId', 'security', 'ca'], needs: ['poiId', 'security'] },
    },
    checkProves: true,
    async make(parts, { poiId = anyPoiId, saleId, security, ca }, via, patience) {
      const { nexoTerminal } = await import('./nexo/nexo-terminal.ts')
      return nexoTerminal({
        ...parts,
        poiId,
        channel: via === 'https' ? 'https' : 'tcp',
        ...(saleId === undefined ? {} : { saleId }),
        ...(security === undefined ? {} : { security }),
        ...(ca === undefined ? {} : { ca }),
        timings: patience === 'practice' ? practiceTimings.nexo : {},
      })
    },
  },
} satisfies Readonly<Record<string, TerminalKind>>

/** For a terminal whose name is not known yet: a simulated one answers to any. */
const anyPoiId = 'Terminal-1'

export type DrivenProtocol = keyof typeof terminalKinds

/** A protocol by its name; `null`: there is no driver for it. */
export const findTerminalKind = (protocol: string): TerminalKind | null =>
  Object.hasOwn(terminalKinds, protocol) ? terminalKinds[protocol as DrivenProtocol] : null
