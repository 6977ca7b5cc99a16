import { setImmediate as turn } from 'node:timers/promises'
import { pause, realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { LabelPrinter, LabelPrinterProfile } from '../../label-printer.ts'
import type { PrinterStatus, PrintOutcome } from '../../printer.ts'
import { PrinterLine } from '../../printer-line.ts'
import { statusFrom, unreachable } from '../../run-job.ts'
import { encodeLabels, type LabelFormat } from './encode-labels.ts'
import { faultOf } from './host-status.ts'
import { sendLabels } from './send-labels.ts'
import { type LabelTimings, labelTimings } from './timings.ts'
import { ZplTalk } from './zpl-talk.ts'

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
  const line = new PrinterLine({ transport, timings, timers })
  const asks = profile.status === 'hostStatus'

  /** @returns `null` if the line did not open */
  const onLine = <T>(work: (talk: ZplTalk) => Promise<T>): Promise<T | null> =>
    line.withLink(async (link) => {
      const { bytesPerSecond, wholeJobs = false } = transport
      const talk = new ZplTalk({ link, timers, timings, asks, wholeJobs, bytesPerSecond })
      if (asks) await pause(timers, timings.settleMs)
      return work(talk)
    })

  return {
    name,
    profile,
    printLabels: (labels, size) =>
      line.inTurn(async (): Promise<PrintOutcome> => {
        // Native memory of the drawn texts is only given back when the event loop turns.
        await turn()
        const formats = encodedOrNull(() => encodeLabels(labels, size, profile))
        if (formats === null) return { outcome: 'notStarted', reason: 'offline' }
        const outcome = await onLine((talk) =>
          sendLabels(talk, formats, profile, { timers, timings, bytesPerSecond: transport.bytesPerSecond }),
        )
        return outcome ?? { outcome: 'notStarted', reason: 'unreachable' }
      }),
    status: () => line.inTurn(async () => (await onLine((talk) => statusOf(talk, asks))) ?? unreachable),
    close: () => line.close(),
  }
}

/** ZPL knows no roll that is nearly at its end. */
const statusOf = (talk: ZplTalk, asks: boolean): Promise<PrinterStatus> =>
  statusFrom(async () => ({ fault: asks ? faultOf(await talk.status()) : null, paperLow: false }))

/** `null` for labels that cannot be laid out: `printLabels` always resolves, and nothing has left. */
function encodedOrNull(encode: () => readonly LabelFormat[]): readonly LabelFormat[] | null {
  try {
    return encode()
  } catch {
    return null
  }
}
