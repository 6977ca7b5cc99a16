/**
 * The part of @printers/printers that the till uses: the one seam at which a machine without its binary, or a test, puts
 * something else.
 */
export interface SpoolerLibrary {
  getPrinterByName(name: string): SpoolerPrinter | null
  getAllPrinterNames(): string[]
}

export interface SpoolerPrinter {
  readonly name: string
  readonly state: 'idle' | 'printing' | 'paused' | 'offline' | 'unknown'
  /** Hands over one job. @returns its number in the queue */
  printBytes(
    data: Uint8Array,
    options: {
      readonly jobName: string
      readonly raw: Record<string, string>
      readonly waitForCompletion: boolean
    },
  ): Promise<number>
}
