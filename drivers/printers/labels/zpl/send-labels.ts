import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { LabelPrinterProfile } from '../../label-printer.ts'
import type { PrintOutcome } from '../../printer.ts'
import { Interrupted } from '../../talk.ts'
import type { LabelFormat } from './encode-labels.ts'
import { faultOf, isIdle } from './host-status.ts'
import type { LabelTimings } from './timings.ts'
import type { ZplTalk } from './zpl-talk.ts'

/**
 * What is underway at a time, where the printer tells us when it is done: enough that it never waits for us, little
 * enough that it fits its buffer and that a fault leaves few labels in doubt.
 */
const mostUnderway = { labels: 20, bytes: 32_768 }
/** On a serial line, what it takes in so many seconds: a printer that loses its power needs longer to be back. */
const mostSeconds = 3

export interface SendPatience {
  readonly timers: Timers
  readonly timings: LabelTimings
  /** Where a loss of power is not told (`Transport`); absent: it closes the line. */
  readonly bytesPerSecond: number | undefined
}

/**
 * One job on an open line: status before, the formats in groups, each waited for until the printer has nothing left.
 * Never a second try.
 */
export async function sendLabels(
  talk: ZplTalk,
  formats: readonly LabelFormat[],
  profile: LabelPrinterProfile,
  patience: SendPatience,
): Promise<PrintOutcome> {
  const asks = profile.status === 'hostStatus'
  let leaving = false
  try {
    if (asks) {
      const before = await talk.status()
      const fault = faultOf(before)
      if (fault !== null) return { outcome: 'notStarted', reason: fault }
      // Half a format of a job that broke off would print into ours.
      if (before.partial) await talk.cancelPartial()
    }
    for (const group of groupsOf(formats, patience.bytesPerSecond)) {
      await sendGroup(talk, group, patience.timings, () => {
        leaving = true
      })
      if (asks) await untilIdle(talk, patience)
    }
    if (talk.lost) throw new Interrupted('lineLost')
    return { outcome: 'done' }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return { outcome: leaving ? 'unknown' : 'notStarted', reason: error.fault }
  }
}

async function sendGroup(
  talk: ZplTalk,
  group: readonly LabelFormat[],
  { labelMs }: LabelTimings,
  onLeaving: () => void,
): Promise<void> {
  let underway = 0
  for (const { bytes, labels } of group) {
    await talk.send(bytes, onLeaving, { moreMs: underway * labelMs })
    underway += labels
  }
}

/** Formats in groups within `mostUnderway`; a format of more is a group by itself. */
function groupsOf(
  formats: readonly LabelFormat[],
  bytesPerSecond = Number.POSITIVE_INFINITY,
): readonly (readonly LabelFormat[])[] {
  const most = { ...mostUnderway, bytes: Math.min(mostUnderway.bytes, mostSeconds * bytesPerSecond) }
  const groups: LabelFormat[][] = []
  let room = { labels: 0, bytes: 0 }
  for (const format of formats) {
    room = { labels: room.labels - format.labels, bytes: room.bytes - format.bytes.length }
    if (room.labels >= 0 && room.bytes >= 0) {
      groups.at(-1)?.push(format)
      continue
    }
    groups.push([format])
    room = { labels: most.labels - format.labels, bytes: most.bytes - format.bytes.length }
  }
  return groups
}

/**
 * Asks until the printer says twice running that nothing is left: between its buffer and its batch a format is in
 * neither for a moment.
 * @throws Interrupted with what the printer says is wrong, or `stalled` when no label comes out for `progressMs`
 */
async function untilIdle(talk: ZplTalk, { timers, timings }: SendPatience): Promise<void> {
  let idle = 0
  let seen = ''
  let since = timers.nowMs()
  while (idle < 2) {
    const status = await talk.status()
    const fault = faultOf(status)
    if (fault !== null) throw new Interrupted(fault)
    idle = isIdle(status) ? idle + 1 : 0
    const standing = `${status.formats} ${status.remaining}`
    if (standing !== seen) since = timers.nowMs()
    seen = standing
    if (timers.nowMs() - since > timings.progressMs) throw new Interrupted('stalled')
    if (idle < 2) await pause(timers, timings.pollMs)
  }
}
