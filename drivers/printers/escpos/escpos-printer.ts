import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import type { Printer, PrinterFault, PrinterProfile, PrinterStatus, PrintOutcome } from '../printer.ts'
import { askProcessId, kick } from './commands.ts'
import { Conversation, Interrupted } from './conversation.ts'
import { type EncodedJob, encodeDocument } from './encode.ts'
import { type PrinterTimings, printerTimings } from './timings.ts'

export interface EscposPrinterOptions {
  readonly name: string
  readonly transport: Transport
  readonly profile: PrinterProfile
  readonly timings?: Partial<PrinterTimings>
}

/**
 * An ESC/POS receipt printer on any transport. Each operation opens the line, works and lets go of it, so that a
 * printer shared over the network is free in between and a re-plugged cable needs no care.
 */
export function escposPrinter(options: EscposPrinterOptions): Printer {
  const { name, transport, profile } = options
  const timings: PrinterTimings = { ...printerTimings, ...options.timings }
  const closing = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()
  let jobs = 0

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  const open = async (): Promise<Link | null> => {
    if (closing.signal.aborted) return null
    try {
      return await transport.open(AbortSignal.any([closing.signal, AbortSignal.timeout(timings.openMs)]))
    } catch {
      return null
    }
  }

  /** Opens the line for one piece of work; a closing printer takes the line away from under it. */
  const onLine = async <T>(work: (talk: Conversation) => Promise<T>): Promise<T | null> => {
    const link = await open()
    if (link === null) return null
    const drop = () => void link.close()
    closing.signal.addEventListener('abort', drop)
    try {
      const talk = new Conversation(link, timings)
      if (profile.status !== 'none') await sleep(timings.settleMs)
      return await work(talk)
    } finally {
      closing.signal.removeEventListener('abort', drop)
      await Promise.race([link.close(), sleep(timings.openMs, undefined, { ref: false })])
    }
  }

  /**
   * Status before; the job; then what `prove` finds out. It listens before the first byte leaves. Never a second
   * try.
   */
  const run = async (
    job: Uint8Array,
    prove: (talk: Conversation) => () => Promise<PrinterFault | null>,
  ): Promise<PrintOutcome> => {
    let leaving = false
    const outcome = await onLine(async (talk): Promise<PrintOutcome> => {
      try {
        const before = profile.status === 'none' ? null : await talk.status()
        if (before !== null && before.fault !== null) return { outcome: 'notStarted', reason: before.fault }
        const proven = prove(talk)
        await talk.send(job, () => {
          leaving = true
        })
        const fault = await proven()
        return fault === null ? { outcome: 'done' } : { outcome: 'unknown', reason: fault }
      } catch (error) {
        const found = error instanceof Interrupted ? error.fault : 'lineLost'
        // A stalled line is a symptom; what the printer said by itself is the cause.
        const reason = found === 'stalled' ? (talk.unasked?.fault ?? found) : found
        return { outcome: leaving ? 'unknown' : 'notStarted', reason }
      }
    })
    return outcome ?? { outcome: 'notStarted', reason: 'unreachable' }
  }

  /** Waits for the paper: the process id where there is one, else as long as the paper takes, asking meanwhile. */
  const provePrinted = (id: string, heightDots: number) => (talk: Conversation) => {
    const printed =
      profile.status === 'processId'
        ? talk.hear((reply) => (reply.kind === 'processId' && reply.id === id ? true : null))
        : null
    return async (): Promise<PrinterFault | null> => {
      if (profile.status === 'none') return talk.lost ? 'lineLost' : null
      const waitMs = printed === null ? (heightDots / timings.dotsPerSecond) * 1000 : timings.printedMs
      const until = performance.now() + waitMs
      for (;;) {
        const left = Math.max(0, until - performance.now())
        const pause = sleep(Math.min(timings.pollMs, left), null)
        if ((await (printed === null ? pause : Promise.race([printed, pause]))) === true) return null
        const { fault } = await talk.status()
        if (fault !== null) return fault
        if (left === 0) return printed === null ? null : 'noAnswer'
      }
    }
  }

  return {
    name,
    profile,
    print: (document: PaperDocument) =>
      inTurn(async (): Promise<PrintOutcome> => {
        // Native memory of the drawn lines is only given back when the event loop turns.
        await turn()
        const id = String(jobs++ % 10_000).padStart(4, '0')
        const encoded = encodeOrNull(document, profile)
        if (encoded === null) return { outcome: 'notStarted', reason: 'offline' }
        const { bytes, heightDots } = encoded
        const job = profile.status === 'processId' ? Buffer.concat([bytes, askProcessId(id)]) : bytes
        return run(job, provePrinted(id, heightDots))
      }),
    kickDrawer: () =>
      inTurn(async (): Promise<PrintOutcome> => {
        if (profile.drawer === null) return { outcome: 'notStarted', reason: 'offline' }
        return run(kick(profile.drawer), (talk) => async () => {
          if (profile.status === 'none') return talk.lost ? 'lineLost' : null
          return (await talk.status()).fault
        })
      }),
    status: () =>
      inTurn(async (): Promise<PrinterStatus> => {
        const found = await onLine(async (talk): Promise<PrinterStatus> => {
          if (profile.status === 'none') return { reachable: true, fault: null, paperLow: false }
          try {
            return { reachable: true, ...(await talk.status()) }
          } catch (error) {
            const fault = error instanceof Interrupted ? error.fault : 'lineLost'
            return { reachable: true, fault, paperLow: false }
          }
        })
        return found ?? { reachable: false, fault: 'unreachable', paperLow: false }
      }),
    async close() {
      closing.abort()
      await queue
    },
  }
}

/** `null` for a document that cannot be laid out: `print` always resolves, and nothing has left. */
function encodeOrNull(document: PaperDocument, profile: PrinterProfile): EncodedJob | null {
  try {
    return encodeDocument(document, profile)
  } catch {
    return null
  }
}
