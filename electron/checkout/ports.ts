import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  TerminalCapabilities,
  VoidRequest,
} from '#drivers/terminals/terminal.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'

/**
 * What the checkout needs of the devices room: whichever terminal and printer are configured at this moment.
 * `electron/devices` gives them; `till.ts` joins the two; neither room imports the other's implementation.
 */
export interface TerminalPort {
  /** `null` while no terminal is configured. */
  current(): CardTerminal | null
  /** Told when another one, or none, is there from now on. Absent: that never happens. @returns no longer told */
  onReplaced?(listener: () => void): () => void
}

export interface CardTerminal {
  /** Device id; what `attemptStarted.terminal` records. */
  readonly id: string
  readonly name: string
  /** For words about what to look for on the device: `naps`, `manual`, … */
  readonly protocol: string
  readonly capabilities: TerminalCapabilities
  charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Absent where `capabilities.void` is false. */
  void?(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Absent where `capabilities.refund` is false. */
  refund?(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
}

export interface PrinterPort {
  readonly id: string | null
  print(document: PaperDocument): Promise<PrintOutcome>
  kickDrawer(): Promise<PrintOutcome>
}
