import { maskText } from '#drivers/terminals/masking.ts'
import type { WireLine } from '#drivers/terminals/wire-line.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { DeviceView, TraceLine } from '#shared/contract/devices.ts'
import { isoLocal, type Stamp } from '#shared/kernel/stamp.ts'

/** Lines kept of each device: a day's trouble is told by its last payments. */
const keptLines = 500
/** Longest line kept, characters: a slip or a base64 blob in full, and no more of whatever a strange device sends. */
const longestLine = 4_000

/**
 * The last lines that went over a device's wire. Drivers mask card numbers before they tell of a line; here they are
 * masked once more, because what is kept may be saved and mailed to a stranger.
 */
export class WireTrace {
  readonly #clock: Clock
  readonly #limit: number
  readonly #lines: TraceLine[] = []
  #dropped = 0

  /** @param limit lines kept, ≥ 1 */
  constructor(clock: Clock, limit = keptLines) {
    this.#clock = clock
    this.#limit = limit
  }

  add({ direction, text }: WireLine): void {
    this.#lines.push({ at: this.#clock.now(), direction, text: oneLine(maskText(text)) })
    if (this.#lines.length <= this.#limit) return
    this.#lines.shift()
    this.#dropped++
  }

  lines(): readonly TraceLine[] {
    return [...this.#lines]
  }

  /** The same as a text to save: what it is of and when, then one line a line. */
  text(of: Pick<DeviceView, 'name' | 'protocol' | 'place'>): string {
    const dropped = this.#dropped === 0 ? '' : `, ${this.#dropped} older ones were not kept`
    const head = [
      'Hanout: what went over the wire of a device. Card numbers are masked.',
      `device: ${oneLine(maskText(of.name))}`,
      `protocol: ${of.protocol}`,
      `place: ${of.place}`,
      `written: ${exactTime(this.#clock.now())}`,
      `lines: ${this.#lines.length}${dropped}`,
    ]
    const body = this.#lines.map(
      ({ at, direction, text }) => `${exactTime(at)} ${direction.padEnd(5)} ${text}`,
    )
    return `${[...head, '', ...body].join('\n')}\n`
  }
}

/** Control characters are shown, not obeyed: a trace stays one line a line. */
const oneLine = (text: string): string =>
  text.slice(0, longestLine).replace(/\p{Cc}/gu, (char) => `\\x${hex(char)}`)

const hex = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')

/** `2026-11-23T14:05:09.042+01:00` */
function exactTime(at: Stamp): string {
  const seconds = isoLocal(at)
  const ms = String(((at.utcMs % 1000) + 1000) % 1000).padStart(3, '0')
  return `${seconds.slice(0, 19)}.${ms}${seconds.slice(19)}`
}
