import type { SettleOutcome, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import type { PrintersPort, TerminalPort } from '#electron/checkout/ports.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type {
  DeviceRead,
  DevicesConfig,
  DeviceView,
  Discovery,
  PaperFault,
  PaperSheet,
  ProbeResult,
  TerminalConfig,
  TerminalFault,
  TestPage,
  TraceLine,
} from '#shared/contract/devices.ts'

/** The devices of this till: what is configured, how it is doing, and the ports the counter works through. */
export interface Devices {
  readonly terminal: TerminalPort
  readonly printers: PrintersPort
  list(): readonly DeviceView[]
  watch(listener: (views: readonly DeviceView[]) => void): () => void
  /** As a screen may see it: the passphrase of a terminal is shown as `''`. */
  config(): DevicesConfig
  /**
   * Replaces the configuration, durably; a passphrase `''` keeps the one there is. Refused as `attemptInProgress`
   * while a card is being charged, as `badInput` with the `field` where it cannot be meant.
   */
  configure(config: DevicesConfig): Promise<Answer>
  /** The ports of this machine, and the usual ports of the hosts named; `badInput` for hosts that cannot be meant. */
  discover(hosts: string): Promise<Answer<Discovery>>
  /** Tries a terminal without keeping it. Refused while a card is being charged: it may be the same terminal. */
  probe(config: TerminalConfig): Promise<Answer<ProbeResult>>
  check(id: string): Promise<Answer<{ readonly text: string }>>
  /** `deviceCannot` where the protocol has no such thing, `terminalSaidNo` with its code where it refused. */
  service(id: string, action: 'settle' | 'reference' | 'reset'): Promise<Answer<{ readonly text: string }>>
  /**
   * Tells a terminal to end its day, and says what it said it comes to. Whoever calls has written down before that he
   * does: it is not to be told twice by itself unless `sent` is `false`. Never beside a charge: `TILL-BUSY`, nothing
   * sent. `TILL-NO-TERMINAL` for an id that is no terminal of this till, `TILL-CANNOT` where the protocol has none.
   */
  settleTerminal(id: string): Promise<SettleOutcome>
  /** What its day comes to so far, by its own count; nothing is ended. Refused likewise. */
  readTotals(id: string): Promise<TotalsOutcome>
  /** The last lines of a device's wire, also as a text to save; card numbers masked. */
  trace(id: string): Answer<{ readonly lines: readonly TraceLine[]; readonly text: string }>
  /** What the reader and the scanner read, as it happens. */
  onRead(listener: (read: DeviceRead) => void): () => void
  /** Refused as `printerBusy` while it prints, `deviceCannot` without such a page, `printerTrouble` with the reason. */
  testPrint(id: string, page?: TestPage): Promise<Answer>
  /** Simulated terminal only; others answer `deviceUnknown`. Holds for the next charge. */
  setTerminalFault(fault: TerminalFault): Answer
  /** Simulated printers only; others answer `deviceUnknown`. `deviceCannot`: it has no such fault. Holds until another is set. */
  setPrinterFault(id: string, fault: PaperFault): Answer
  /** The simulated printers' last sheets (at most 20), and each new one. */
  recentPaper(): readonly PaperSheet[]
  onPaper(listener: (sheet: PaperSheet) => void): () => void
  close(): Promise<void>
}
