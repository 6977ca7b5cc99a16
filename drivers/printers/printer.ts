import type { PaperDocument } from '#shared/receipt/document.ts'

/**
 * The seam between the till and any receipt printer.
 *
 * Guarantees every driver gives:
 * - One job at a time, in the order of the calls.
 * - `print` always resolves. `done`: the printer told us that it finished, or (profiles without status) the bytes
 *   were all taken by the wire. `notStarted`: it is certain that no byte of the job left. Anything else: `unknown`.
 * - A driver never repeats a job by itself.
 * - A job starts by bringing the printer to a known state (ESC @) and never opens the drawer: `kickDrawer` alone does.
 */
export interface Printer {
  readonly name: string
  readonly profile: PrinterProfile
  print(document: PaperDocument): Promise<PrintOutcome>
  /** A page of every code page number, for finding this printer's own; a job as any other. */
  printCodePages(): Promise<PrintOutcome>
  kickDrawer(): Promise<PrintOutcome>
  status(): Promise<PrinterStatus>
  close(): Promise<void>
}

/** A printer as data. */
export interface PrinterProfile {
  readonly model: string
  /** What it understands. Absent: `escpos`. */
  readonly language?: 'escpos' | 'starprnt'
  /** Width of the roll it is sold for, mm. Absent: not known. */
  readonly paperMm?: number
  /** Printable dots across, whole bytes of them: 384 (58 mm), 576 (80 mm), … */
  readonly widthDots: number
  /** Characters across in font A. */
  readonly columns: number
  /** Code page the text lines use and the number `ESC t` (StarPRNT: `ESC GS t`) calls it by. */
  readonly codePage: { readonly name: 'cp858' | 'windows1252'; readonly number: number }
  /** Rows of one raster command. [24, 255] */
  readonly stripRows: number
  readonly cut: 'partial' | 'full' | 'none'
  readonly drawer: { readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number } | null
  /**
   * What it answers: `none`, `realtime` (DLE EOT) or `processId` (also GS ( H, or the ETB counter of StarPRNT: the only
   * proof that it printed).
   */
  readonly status: 'none' | 'realtime' | 'processId'
  /** `raster`: has no QR command of its own, the symbol is sent as dots. Default `native`. */
  readonly qr?: 'native' | 'raster'
  /** The same for EAN-13 and Code 128. Default `native`. */
  readonly barcode?: 'native' | 'raster'
  /**
   * Whether dots may stand in a line of text (ESC * 33 behind ESC $): names in Arabic beside amounts in the printer's
   * own figures, at a fraction of the bytes. Default `false`: whole lines are drawn.
   */
  readonly inlineDots?: boolean
  /** StarPRNT only. Star Line Mode: knows no raster strips, dots go in bands of 24 rows (ESC k). Default `false`. */
  readonly bands?: boolean
  /** As the maker ships it, for a new serial line; absent: no serial port known. */
  readonly serial?: { readonly baud: number; readonly flow: 'none' | 'rtscts' | 'xonxoff' }
}

export type PrintOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'notStarted'; readonly reason: PrinterFault }
  | { readonly outcome: 'unknown'; readonly reason: PrinterFault }

export type PrinterFault =
  | 'unreachable'
  | 'paperOut'
  | 'coverOpen'
  | 'offline'
  | 'cutter'
  | 'noAnswer'
  | 'lineLost'
  | 'stalled'

export interface PrinterStatus {
  readonly reachable: boolean
  readonly fault: PrinterFault | null
  readonly paperLow: boolean
}
