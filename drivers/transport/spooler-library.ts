/**
 * The printers of a Windows by name: the one seam between the transport and whatever reaches them, and where a test puts
 * something else.
 */
export interface SpoolerLibrary {
  /** @throws TransportError when they cannot be asked for */
  listPrinters(): Promise<readonly string[]>
  /** @throws TransportError `notFound`, `denied`, `unsupported`, `timeout`, `aborted`, `io` */
  open(printer: string, signal?: AbortSignal): Promise<SpoolerPrinter>
}

export interface SpoolerPrinter {
  /** Why a job would wait in the queue and come out some other time, in a word or two; `null`: it would not. */
  readonly holdsJobs: string | null
  /** Resolves if the way to the printer ends by itself, with why; never if `close` ended it. */
  readonly gone: Promise<Error>
  /**
   * Hands over one job, untouched; resolves when Windows has all of it.
   * @throws TransportError some of it may have been printed then, or be printed yet
   */
  print(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}
