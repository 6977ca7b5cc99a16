import type { CardRead, Reader } from '#drivers/readers/reader.ts'
import type { ReaderParts } from '#drivers/readers/reader-parts.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { DeviceRead, ReaderConfig, ReaderProtocol } from '#shared/contract/devices.ts'
import { no } from './answers.ts'
import type { DeviceBoard } from './device-board.ts'
import { deviceId, transportTo } from './device-line.ts'
import type { OpenDevice } from './device-slot.ts'
import { WireTrace } from './wire-trace.ts'

export interface ReaderDeviceOptions {
  readonly log: Log
  readonly clock: Clock
  readonly onRead: (read: DeviceRead) => void
}

/** Between a card and the next request to take one, ms: the card is still being taken out. */
const betweenCardsMs = 500
/** After a reader would not be asked, ms. */
const refusedMs = 5_000
/** How long a reader is told to wait for a card, seconds: the most there is. */
const askForSeconds = 255

const readers: Readonly<Record<ReaderProtocol, (parts: ReaderParts) => Promise<Reader>>> = {
  async 'idtech-neo2'(parts) {
    const { neo2Reader } = await import('#drivers/readers/idtech/neo2-reader.ts')
    return neo2Reader(parts)
  },
  async 'idtech-securemag'(parts) {
    const { secureMagReader } = await import('#drivers/readers/idtech/securemag-reader.ts')
    return secureMagReader(parts)
  },
  async magtek(parts) {
    const { magtekReader } = await import('#drivers/readers/magtek/magtek-reader.ts')
    return magtekReader(parts)
  },
}

/** A card reader, listened to from now on; one that is not there yet is found when it comes. */
export async function openReader(
  config: ReaderConfig,
  board: DeviceBoard,
  { log, clock, onRead }: ReaderDeviceOptions,
): Promise<OpenDevice> {
  const { protocol, place } = config
  if (place.via !== 'hid' && place.via !== 'serial') throw new Error(`no reader is reached by ${place.via}`)
  const id = deviceId(protocol, place)
  const trace = new WireTrace(clock)
  const reader = await readers[protocol]({
    transport: await transportTo(place),
    via: place.via,
    onWire: (line) => {
      trace.add(line)
      log.debug({ device: id, direction: line.direction }, line.text)
    },
  })
  reader.onHealth((health) => {
    if (health.ok) board.tell(id, { health: 'ready', trouble: null })
    else if (health.reason !== 'closed') board.trouble(id, health.reason, health.text)
  })
  reader.onRead((read) => {
    const told = toldOf(read)
    if (told !== null) onRead(told)
  })
  const stopAsking = reader.capabilities.asks ? keepAsking(reader) : () => undefined
  void reader.open()
  return {
    id,
    trace,
    async check() {
      const health = await reader.check()
      if (health.ok) return { ok: true, value: { text: health.text } }
      return no('readerTrouble', { reason: health.reason })
    },
    async close() {
      stopAsking()
      await reader.close()
    },
  }
}

/** Of a payment card only what may be shown; `null`: nobody needs to hear of it. */
function toldOf(read: CardRead): DeviceRead | null {
  if (read.kind === 'houseCard') return { kind: 'code', from: 'card', code: read.code }
  if (read.kind === 'paymentCard') return { kind: 'paymentCard', maskedPan: read.maskedPan }
  return read.reason === 'noCard' ? null : { kind: 'unreadable', reason: read.reason }
}

/** Readers that wait to be told are told again after each card, so that a card can be shown at any time. */
function keepAsking(reader: Reader): () => void {
  let cancel: () => void = () => undefined
  let stopped = false
  const again = (waitMs: number): void => {
    cancel()
    if (!stopped) cancel = realTimers.after(waitMs, () => void ask())
  }
  async function ask(): Promise<void> {
    const asked = await reader.ask?.({ amountMinor: 0, kind: 'purchase', timeoutS: askForSeconds })
    if (asked?.ok === false) again(refusedMs)
  }
  reader.onRead(() => again(betweenCardsMs))
  reader.onHealth((health) => {
    if (health.ok) again(0)
  })
  return () => {
    stopped = true
    cancel()
  }
}
