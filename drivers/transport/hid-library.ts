/**
 * The part of node-hid that the till uses: the one seam at which a machine without its binary, or a test, puts
 * something else. Reports are as `hid.ts` has them: what leaves begins with its id.
 */
export interface HidLibrary {
  devicesAsync(): Promise<readonly HidRecord[]>
  readonly HIDAsync: { open(path: string): Promise<HidDevice> }
}

export interface HidRecord {
  readonly vendorId: number
  readonly productId: number
  readonly path?: string | undefined
  readonly manufacturer?: string | undefined
  readonly product?: string | undefined
  readonly usagePage?: number | undefined
  readonly usage?: number | undefined
}

export interface HidDevice {
  on(event: 'data', listener: (report: Uint8Array) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  /** @returns bytes written */
  write(report: Buffer): Promise<number>
  sendFeatureReport(report: Buffer): Promise<number>
  getFeatureReport(reportId: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}
