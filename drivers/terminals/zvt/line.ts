import { openLink } from '#drivers/transport/open-link.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { WireLine } from '../wire-line.ts'
import { type Apdu, decodeApdu } from './apdu.ts'
import { BlockChannel } from './block-channel.ts'
import type { Channel, ChannelEvents } from './channel.ts'
import { describe } from './describe.ts'
import { StreamChannel } from './stream-channel.ts'
import type { ZvtTimings } from './timings.ts'

export interface LineParts {
  readonly transport: Transport
  /** How APDUs go over the wire: in blocks with a check, or bare. */
  readonly link: 'serial' | 'tcp'
  readonly timers: Timers
  readonly timings: ZvtTimings
  readonly onWire: (line: WireLine) => void
  /** Aborted when the driver is closed: every line ends as if it was lost. */
  readonly closing: AbortSignal
}

/**
 * One connection to the terminal, used for one operation: whatever a former one left on its way is not heard here,
 * and what arrives before our first command is dropped.
 */
export class ZvtLine {
  readonly #link: Link
  readonly #parts: LineParts
  readonly #channel: Channel
  #onApdu: ((apdu: Apdu) => void) | null = null
  #onLost: ((detail: string) => void) | null = null
  #lost: string | null = null
  #asked = false
  #noisy = false

  constructor(link: Link, parts: LineParts) {
    this.#link = link
    this.#parts = parts
    const events: ChannelEvents = {
      apdu: (apdu) => this.#hear(apdu),
      noise: (bytes) => this.#hearNoise(bytes),
      lost: (detail) => this.#lose(detail),
    }
    this.#channel =
      parts.link === 'serial'
        ? new BlockChannel(link, parts.timers, parts.timings, events)
        : new StreamChannel(link, parts.timers, parts.timings, events)
    const closeNow = (): void => void link.close()
    if (parts.closing.aborted) closeNow()
    parts.closing.addEventListener('abort', closeNow)
    link.onClose((reason) => {
      parts.closing.removeEventListener('abort', closeNow)
      this.#lose(reason.kind === 'canceled' ? 'closed by the till' : reason.detail)
    })
  }

  /** Whether anything came that was no APDU. */
  get noisy(): boolean {
    return this.#noisy
  }

  get doubtful(): boolean {
    return this.#channel.doubtful
  }

  get repeated(): boolean {
    return this.#channel.repeated
  }

  /** One listener for each; a line already lost says so at once. */
  listen(onApdu: (apdu: Apdu) => void, onLost: (detail: string) => void): void {
    this.#onApdu = onApdu
    this.#onLost = onLost
    if (this.#lost !== null) onLost(this.#lost)
  }

  silence(): void {
    this.#onApdu = null
    this.#onLost = null
  }

  /** Rejects when the bytes may not all have left. */
  async send(apdu: Uint8Array): Promise<void> {
    this.#asked = true
    const read = decodeApdu(apdu)
    if (read !== null) this.#parts.onWire({ direction: 'out', text: describe(read) })
    await this.#channel.send(apdu)
  }

  async close(): Promise<void> {
    if (this.#lost === null) await this.#channel.lastWordLeft()
    await this.#link.close()
  }

  #hear(apdu: Apdu): void {
    this.#parts.onWire({ direction: 'in', text: describe(apdu) })
    if (this.#asked) this.#onApdu?.(apdu)
  }

  #hearNoise(bytes: number): void {
    this.#noisy = true
    this.#parts.onWire({ direction: 'noise', text: `${bytes} bytes` })
  }

  #lose(detail: string): void {
    if (this.#lost !== null) return
    this.#lost = detail
    void this.#link.close()
    this.#onLost?.(detail)
  }
}

/** @throws TransportError when no line comes about within `connectMs` */
export async function openLine(parts: LineParts, ...signals: readonly AbortSignal[]): Promise<ZvtLine> {
  const { transport, timers, timings, closing } = parts
  const link = await openLink(transport, timers, timings.connectMs, closing, ...signals)
  return new ZvtLine(link, parts)
}
