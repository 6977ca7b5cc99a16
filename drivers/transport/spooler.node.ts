import { LinkCore } from './link-core.ts'
import type { SpoolerLibrary } from './spooler-library.ts'
import { powershellSpooler, spoolerLimits } from './spooler-powershell.node.ts'
import { type Transport, TransportError } from './transport.ts'

/**
 * The printers of this machine by name. Windows only: there it is the one way to a USB printer whose driver holds it.
 * Elsewhere the device itself is opened (`usblp.node.ts`).
 * @throws TransportError `unsupported`
 */
export function spoolerOf(platform: string = process.platform): SpoolerLibrary {
  if (platform === 'win32') return powershellSpooler()
  const instead = platform === 'linux' ? ': use the printer’s device, /dev/usb/lp0' : ''
  throw new TransportError('unsupported', `only Windows has printers by name${instead}`)
}

/**
 * A printer of this Windows by its name, its bytes untouched (RAW). One way, a job a write: what comes of it is between
 * Windows and the printer. A write ends when Windows has taken the job, not when it is printed; one that failed may
 * still have printed some.
 */
export function spoolerTransport(
  options: { readonly printer: string },
  library: () => SpoolerLibrary = spoolerOf,
): Transport {
  const name = `spooler ${options.printer}`
  return {
    name,
    oneWay: true,
    wholeJobs: true,
    openMs: spoolerLimits.openMs,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const printer = await library().open(options.printer, signal)
      if (printer.holdsJobs !== null) {
        await printer.close()
        // Windows would keep the job and print it whenever the printer is back: a surprise, not a receipt.
        throw new TransportError('refused', `${name}: Windows says it is ${printer.holdsJobs}`)
      }
      const core = new LinkCore({
        send: (bytes) => printer.print(bytes),
        shut: () => printer.close(),
      })
      void printer.gone.then((error) => core.lost(error.message))
      return core
    },
  }
}

/** The printers of this Windows by name. Never rejects: none is a state. */
export async function listSpoolerPrinters(
  library: () => SpoolerLibrary = spoolerOf,
): Promise<readonly string[]> {
  try {
    return await library().listPrinters()
  } catch {
    return []
  }
}
