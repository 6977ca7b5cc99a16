import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import type { PrinterStatus, PrintOutcome } from './printer.ts'

/**
 * The seam between the till and a label printer. The guarantees of `Printer` hold: one job at a time, always an
 * outcome, nothing repeated by itself.
 */
export interface LabelPrinter {
  readonly name: string
  readonly profile: LabelPrinterProfile
  printLabels(labels: readonly CountedLabel[], size: LabelSizeKey): Promise<PrintOutcome>
  status(): Promise<PrinterStatus>
  close(): Promise<void>
}

export interface CountedLabel {
  readonly label: Label
  /** [1, 500] */
  readonly count: number
}

/** A label printer as data. */
export interface LabelPrinterProfile {
  readonly model: string
  readonly dpi: 203 | 300
  /** Printable dots across. */
  readonly widthDots: number
  /** `hostStatus`: answers `~HS`; `none`: nothing comes back. */
  readonly status: 'hostStatus' | 'none'
}
