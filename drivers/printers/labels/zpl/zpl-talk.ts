import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { Talk } from '../../talk.ts'
import { type HostStatus, HostStatusReader } from './host-status.ts'
import type { LabelTimings } from './timings.ts'

const ascii = new TextEncoder()
/** Answered at once, also in the middle of a job. */
const askStatus = ascii.encode('~HS\r\n')
/** Forgets a format that was begun and never ended. */
const cancelPartial = ascii.encode('~JX\r\n')

export interface ZplTalkParts {
  readonly link: Link
  readonly timers: Timers
  readonly timings: LabelTimings
  /** Whether the printer is asked. One that is not holds a serial line while a full buffer of labels prints. */
  readonly asks: boolean
  readonly wholeJobs: boolean
  readonly bytesPerSecond: number | undefined
}

/** One open line to a ZPL printer. */
export class ZplTalk extends Talk<HostStatus> {
  constructor({ timings, asks, ...wire }: ZplTalkParts) {
    const reader = new HostStatusReader()
    super({
      ...wire,
      timings: {
        ...timings,
        standstillMs: asks ? timings.standstillMs : timings.progressMs,
        // What is underway fits its buffer: a question never stands behind labels that print.
        printedMs: timings.statusMs,
      },
      read: (bytes) => reader.read(bytes),
      flowOf: () => null,
    })
  }

  /** @throws Interrupted `noAnswer` or `lineLost` */
  status(): Promise<HostStatus> {
    return this.ask(askStatus, (status) => status)
  }

  /** @throws Interrupted as `send` */
  cancelPartial(): Promise<void> {
    return this.send(cancelPartial, () => undefined)
  }
}
