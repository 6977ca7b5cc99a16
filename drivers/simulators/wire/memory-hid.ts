import type { HidLink, HidTransport } from '#drivers/transport/hid.ts'
import { LinkCore } from '#drivers/transport/link-core.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'

/** The device's own end: `write` is an input report, what `onData` brings is an output report, both whole. */
export interface HidDeviceEnd extends Link {
  /** Answers a feature report with the one that can be read next. Both begin with their id. Absent: none is known. */
  answerFeature(answer: (report: Uint8Array) => Uint8Array): void
}

/**
 * A HID device in this process: reports pass whole and in order, as on the bus. Closing either end unplugs it.
 * @param accept gets the device's end of each `open`; may throw: nothing is plugged in
 */
export function memoryHid(name: string, accept: (device: HidDeviceEnd) => void): HidTransport {
  return {
    name,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const device = new DeviceEnd()
      const host = new HostEnd(name, device)
      device.joinTo(host)
      try {
        accept(device)
      } catch (cause) {
        throw new TransportError('notFound', `${name}: nothing is plugged in`, { cause })
      }
      return host
    },
  }
}

class HostEnd extends LinkCore implements HidLink {
  readonly #name: string
  readonly #device: DeviceEnd
  #answer: Uint8Array | null = null

  constructor(name: string, device: DeviceEnd) {
    super(wireTo(() => device))
    this.#name = name
    this.#device = device
  }

  async sendFeature(report: Uint8Array): Promise<void> {
    this.#answer = this.#device.hearFeature(report.slice())
    if (this.#answer === null) throw new TransportError('io', `${this.#name}: it knows no feature reports`)
  }

  async readFeature(reportId: number, length: number): Promise<Uint8Array> {
    if (this.#answer?.[0] !== reportId)
      throw new TransportError('io', `${this.#name}: no such feature report`)
    return this.#answer.slice(0, length)
  }
}

class DeviceEnd extends LinkCore implements HidDeviceEnd {
  readonly #peer: { host: LinkCore | null }
  #answer: ((report: Uint8Array) => Uint8Array) | null = null

  constructor() {
    const peer: { host: LinkCore | null } = { host: null }
    super(wireTo(() => peer.host))
    this.#peer = peer
  }

  joinTo(host: LinkCore): void {
    this.#peer.host = host
  }

  answerFeature(answer: (report: Uint8Array) => Uint8Array): void {
    this.#answer = answer
  }

  hearFeature(report: Uint8Array): Uint8Array | null {
    return this.#answer?.(report) ?? null
  }
}

/** Delivered on a later turn, as any bus would: a writer never finds itself inside its own answer. */
const wireTo = (other: () => LinkCore | null) => ({
  send: (report: Uint8Array) =>
    new Promise<void>((resolve) => {
      queueMicrotask(() => {
        other()?.receive(report)
        resolve()
      })
    }),
  async shut() {
    queueMicrotask(() => other()?.lost('unplugged'))
  },
})
