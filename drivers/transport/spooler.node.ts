import { LinkCore } from './link-core.ts'
import type { SpoolerLibrary } from './spooler-library.ts'
import { transportError } from './system-error.ts'
import { type Transport, TransportError } from './transport.ts'

/** What the queue shows; nothing of what is printed. */
const jobName = 'Hanout'

/** As Windows calls data that no driver may touch. */
const untouched = { 'document-format': 'RAW' }

/**
 * The spooler's library, by its N-API binary, loaded when first needed. Windows only: there it is the one way to a USB
 * printer whose driver holds it. Elsewhere the device itself is opened (`usblp.node.ts`).
 * @throws TransportError `unsupported`
 */
export async function loadSpooler(platform: string = process.platform): Promise<SpoolerLibrary> {
  if (platform !== 'win32') {
    const instead = platform === 'linux' ? ': use the printer’s device, /dev/usb/lp0' : ''
    throw new TransportError('unsupported', `only Windows has printers by name${instead}`)
  }
  try {
    return await import('@printers/printers')
  } catch (cause) {
    const detail = `the printers of this Windows cannot be reached: ${(cause as Error).message}`
    throw new TransportError('unsupported', detail, { cause })
  }
}

/**
 * A printer of this Windows by its name, its bytes untouched (RAW). One way, a job a write: what comes of it is between
 * Windows and the printer. A write ends when Windows has taken the job, not when it is printed.
 */
export function spoolerTransport(
  options: { readonly printer: string },
  load: () => Promise<SpoolerLibrary> = () => loadSpooler(),
): Transport {
  const name = `spooler ${options.printer}`
  return {
    name,
    oneWay: true,
    wholeJobs: true,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const library = await load()
      const printer = library.getPrinterByName(options.printer)
      if (printer === null) throw new TransportError('notFound', `${name}: Windows has no such printer`)
      // Windows would keep the job and print it whenever the printer is back: a surprise, not a receipt.
      if (printer.state === 'offline' || printer.state === 'paused')
        throw new TransportError('refused', `${name}: Windows says it is ${printer.state}`)
      return new LinkCore({
        async send(bytes) {
          const job = { jobName, raw: untouched, waitForCompletion: false }
          await printer.printBytes(bytes, job).catch((cause: unknown) => {
            throw transportError(name, cause)
          })
        },
        shut: async () => undefined,
      })
    },
  }
}

/** The printers of this Windows by name. Never rejects: none is a state. */
export async function listSpoolerPrinters(
  load: () => Promise<SpoolerLibrary> = () => loadSpooler(),
): Promise<readonly string[]> {
  return load()
    .then((library) => library.getAllPrinterNames())
    .catch(() => [])
}
