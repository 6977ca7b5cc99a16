import type { PrinterPort, TerminalPort } from '#electron/checkout/ports.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type {
  DevicesConfig,
  DeviceView,
  PaperFault,
  PaperSheet,
  TerminalFault,
} from '#shared/contract/devices.ts'

/** The devices of this till: what is configured, how it is doing, and the ports the counter works through. */
export interface Devices {
  readonly terminal: TerminalPort
  readonly printer: PrinterPort
  list(): readonly DeviceView[]
  watch(listener: (views: readonly DeviceView[]) => void): () => void
  config(): DevicesConfig
  /** Replaces the configuration, durably. Refused as `attemptInProgress` while a card is being charged. */
  configure(config: DevicesConfig): Promise<Answer>
  check(id: string): Promise<Answer<{ readonly text: string }>>
  testPrint(): Promise<Answer>
  /** Simulated terminal only; others answer `deviceUnknown`. Holds for the next charge. */
  setTerminalFault(fault: TerminalFault): Answer
  setPrinterFault(fault: PaperFault): Answer
  /** The simulated printer's last sheets (at most 20), and each new one. */
  recentPaper(): readonly PaperSheet[]
  onPaper(listener: (sheet: PaperSheet) => void): () => void
  close(): Promise<void>
}
