import { setImmediate as turn } from 'node:timers/promises'
import { pause, realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { LabelPrinter, LabelPrinterProfile } from '../../label-printer.ts'
import type { PrinterStatus, PrintOutcome } from '../../printer.ts'
import { encodeLabels, type LabelFormat } from './encode-labels.ts'
import { faultOf } from './host-status.ts'
import { sendLabels } from './send-labels.ts'
import { type LabelTimings, labelTimings } from './timings.ts'
import { Interrupted, ZplTalk } from './zpl-talk.ts'

export interface ZplPrinterOptions {
  readonly name: string
  readonly transport: Transport
  readonly profile: LabelPrinterProfile
  readonly timings?: Partial<LabelTimings>
  readonly timers?: Timers
}

/**
 * A ZPL label printer on any transport. Each operation opens the line, works and lets go of it, so that a printer
 * shared over the network is free in between.
 */
export function zplPrinter(options: ZplPrinterOptions): LabelPrinter {
  const { name, transport, profile, timers = realTimers } = options
  const timings: LabelTimings = { ...labelTimings, ...options.timings }
  const closing = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  const open = async (): Promise<Link | null> => {
    if (closing.signal.aborted) return null
    const late = new AbortController()
    const cancel = timers.after(transport.openMs ?? timings.openMs, () => late.abort())
    try {
      return await transport.open(AbortSignal.any([closing.signal, late.signal]))
    } catch {
      return null
    } finally {
      cancel()
    }
  }

  /** Opens the line for one piece of work; a closing printer takes it away from under it. `null`: nobody there. */
  const onLine = async <T>(work: (talk: ZplTalk) => Promise<T>): Promise<T | null> => {
    const link = await open()
    if (link === null) return null
    const drop = () => void link.close()
    closing.signal.addEventListener('abort', drop)
    try {
      const talk = new ZplTalk(link, timers, timings)
      if (profile.status === 'hostStatus') await pause(timers, timings.settleMs)
      return await work(talk)
    } finally {
      closing.signal.removeEventListener('abort', drop)
      const waiting = new AbortController()
      await Promise.race([link.close(), pause(timers, timings.openMs, waiting.signal)])
      waiting.abort()
    }
  }

  return {
    name,
    profile,
    printLabels: (labels, size) =>
      inTurn(async (): Promise<PrintOutcome> => {
        // Native memory of the drawn texts is only given back when the event loop turns.
        await turn()
        const formats = encodedOrNull(() => encodeLabels(labels, size, profile))
        if (formats === null) return { outcome: 'notStarted', reason: 'offline' }
        const outcome = await onLine((talk) =>
          sendLabels(talk, formats, profile, { timers, timings, bytesPerSecond: transport.bytesPerSecond }),
        )
        return outcome ?? { outcome: 'notStarted', reason: 'unreachable' }
      }),
    status: () =>
      inTurn(async (): Promise<PrinterStatus> => {
        const found = await onLine((talk) => statusOf(talk, profile))
        return found ?? { reachable: false, fault: 'unreachable', paperLow: false }
      }),
    async close() {
      closing.abort()
      await queue
    },
  }
}

/** ZPL knows no roll that is nearly at its end. */
async function statusOf(talk: ZplTalk, profile: LabelPrinterProfile): Promise<PrinterStatus> {
  if (profile.status === 'none') return { reachable: true, fault: null, paperLow: false }
  try {
    return { reachable: true, fault: faultOf(await talk.status()), paperLow: false }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return { reachable: true, fault: error.fault, paperLow: false }
  }
}

/** `null` for labels that cannot be laid out: `printLabels` always resolves, and nothing has left. */
function encodedOrNull(encode: () => readonly LabelFormat[]): readonly LabelFormat[] | null {
  try {
    return encode()
  } catch {
    return null
  }
}
