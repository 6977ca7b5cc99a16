import type { Timers } from '#drivers/transport/timers.ts'
import type { PrinterFault } from '../printer.ts'
import { Talk, type TalkParts } from '../talk.ts'
import type { PrinterTimings } from '../timings.ts'
import { askStatus } from './commands.ts'
import { conditionOf, type StarCondition } from './condition.ts'
import { type StarReply, StatusReader } from './status-reader.ts'

/** One open line to a Star printer. */
export class StarTalk extends Talk<StarReply> {
  #last: StarCondition | null = null

  constructor(parts: Omit<TalkParts<StarReply>, 'read' | 'flowOf'>) {
    const reader = new StatusReader()
    super({
      ...parts,
      read: (bytes) => {
        const replies = reader.read(bytes)
        for (const reply of replies) if (reply.kind === 'status') this.#last = conditionOf(reply.bytes)
        return replies
      },
      flowOf: (reply) => (reply.kind !== 'flow' ? null : reply.xoff ? 'stop' : 'go'),
    })
  }

  /** What the printer last said, asked or not; `null` if nothing was wrong with it. */
  get unasked(): PrinterFault | null {
    return this.#last?.fault ?? null
  }

  /**
   * Asks how it is. Over a network automatic status is always on and comes by itself, at the start and at every change;
   * the manual wants nobody to ask then, and those printers answer all the same: either way it is the same bytes.
   * @throws Interrupted `noAnswer` or `lineLost`.
   */
  condition(): Promise<StarCondition> {
    return this.ask(askStatus, (reply) => (reply.kind === 'status' ? conditionOf(reply.bytes) : null))
  }

  /** Asks in the middle of a job: any answer will do. @throws Interrupted */
  async alive(): Promise<void> {
    await this.askBehind(askStatus, (reply) => (reply.kind === 'status' ? true : null))
  }

  /** Waits until the ETB counter stands at `count`, asking meanwhile. `null`: it does, and nothing is wrong. */
  async untilCounted(count: number, timings: PrinterTimings, timers: Timers): Promise<PrinterFault | null> {
    const untilMs = timers.nowMs() + timings.printedMs
    for (;;) {
      const { fault, printed } = this.#last ?? (await this.condition())
      if (printed === count) return null
      if (fault !== null) return fault
      const left = untilMs - timers.nowMs()
      if (left <= 0) return 'noAnswer'
      await this.#news(Math.min(timings.pollMs, left))
    }
  }

  /** The next status that comes by itself, or the answer to a question after a while. */
  async #news(waitMs: number): Promise<void> {
    const heard = await this.hear((reply) => (reply.kind === 'status' ? true : null), waitMs)
    if (heard === null) await this.condition()
  }
}

/** How many ETB stand before a job, beside the one behind it, and where the counter is when it printed. */
export interface Count {
  readonly before: number
  readonly reached: number
}

/**
 * The counter goes 0…31 and starts at 0 when the printer is switched on. One that lost its power inside a job counts the
 * ETB behind it at most, and shows 0 or 1: a job never waits for these.
 */
export function countAfter(printed: number): Count {
  const before = printed < 30 ? 1 : 3
  return { before, reached: (printed + before + 1) % 32 }
}
