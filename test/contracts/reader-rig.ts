import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { neo2Reader } from '#drivers/readers/idtech/neo2-reader.ts'
import { secureMagReader } from '#drivers/readers/idtech/securemag-reader.ts'
import { magtekReader } from '#drivers/readers/magtek/magtek-reader.ts'
import type { CardRead, Reader, ReaderHealth } from '#drivers/readers/reader.ts'
import type { ReaderParts } from '#drivers/readers/reader-parts.ts'
import type { SimulatedCard } from '#drivers/simulators/reader/cards.ts'
import type { ReaderFault } from '#drivers/simulators/reader/faults.ts'
import type {
  CardEntry,
  ReaderSimulator,
  ReaderSimulatorParts,
} from '#drivers/simulators/reader/reader-simulator.ts'
import { makeReaderSimulator, type SimulatedReader } from '#drivers/simulators/reader/simulators.ts'
import { memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'

/** A driver, its simulator, and the wire between them. */
export interface ReaderRig {
  readonly reader: Reader
  readonly protocol: SimulatedReader
  readonly via: 'serial' | 'hid'
  readonly reads: readonly CardRead[]
  readonly health: readonly ReaderHealth[]
  /** Everything that left the driver as text. */
  readonly wire: readonly string[]
  fault(name: ReaderFault): void
  /** Asks for a card where the reader must be asked, presents one, and waits for what the driver says of it. */
  present(card: SimulatedCard, entry?: CardEntry): Promise<CardRead>
  /** Presents a card without waiting. */
  swipe(card: SimulatedCard, entry?: CardEntry): Promise<void>
  /** Bytes on the wire as if the reader had sent them; a report each over HID. */
  inject(bytes: Uint8Array): Promise<void>
  until(what: () => boolean): Promise<void>
  dispose(): Promise<void>
}

const drivers: Readonly<Record<SimulatedReader, (parts: ReaderParts) => Reader>> = {
  'idtech-neo2': neo2Reader,
  'idtech-securemag': secureMagReader,
  magtek: magtekReader,
}

/** Long enough for a loaded machine to carry a message in one breath, short enough to wait for. */
const timings = { connectMs: 2_000, backOffMs: [20, 40, 80], silenceMs: 120, answerMs: 800 }
const patienceMs = 10_000

interface Line {
  readonly transport: Transport
  close(): Promise<void>
}

/** Over a HID bus in this process. */
export const hidRig = (protocol: SimulatedReader, parts: ReaderSimulatorParts = {}): Promise<ReaderRig> =>
  rigOver(protocol, 'hid', parts, async (accept) => ({
    transport: memoryHid('hid bus', accept),
    close: async () => undefined,
  }))

/** Over a pseudo-terminal, as any serial line. */
export const ptyRig = (protocol: SimulatedReader, parts: ReaderSimulatorParts = {}): Promise<ReaderRig> =>
  rigOver(protocol, 'serial', parts, async (accept) => {
    const folder = await mkdtemp(join(tmpdir(), 'hanout-reader-'))
    const linkPath = join(folder, 'reader')
    const pty = await openPty({ linkPath, awayMs: 60 }, accept)
    return {
      transport: serialTransport({ path: linkPath, baud: 38_400 }),
      async close() {
        await pty.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  })

async function rigOver(
  protocol: SimulatedReader,
  via: 'serial' | 'hid',
  parts: ReaderSimulatorParts,
  makeLine: (accept: (link: Link) => void) => Promise<Line>,
): Promise<ReaderRig> {
  const simulator: ReaderSimulator = makeReaderSimulator(protocol, parts)
  let far: Link | null = null
  const line = await makeLine((link) => {
    far = link
    simulator.accept(link, via)
  })
  const reads: CardRead[] = []
  const health: ReaderHealth[] = []
  const wire: string[] = []
  const reader = drivers[protocol]({
    transport: line.transport,
    via,
    timings,
    onWire: ({ direction, text }) => wire.push(`${direction} ${text}`),
  })
  reader.onRead((read) => reads.push(read))
  reader.onHealth((state) => health.push(state))
  await reader.open()
  const until = async (what: () => boolean): Promise<void> => {
    for (const end = performance.now() + patienceMs; !what(); ) {
      if (performance.now() > end) throw new Error(`waited in vain; reads: ${JSON.stringify(reads)}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const swipe = async (card: SimulatedCard, entry?: CardEntry): Promise<void> => {
    if (reader.ask !== undefined) {
      const asked = await reader.ask({ amountMinor: 12_550, kind: 'purchase', timeoutS: 30 })
      if (!asked.ok) throw new Error(`not asked: ${asked.reason}`)
      // The command has left; the reader has it a moment later.
      await new Promise((resolve) => setTimeout(resolve, via === 'hid' ? 2 : 30))
    }
    await simulator.swipe(card, entry)
  }
  return {
    reader,
    protocol,
    via,
    reads,
    health,
    wire,
    fault: (name) => simulator.setFault(name),
    async present(card, entry) {
      const before = reads.length
      await swipe(card, entry)
      await until(() => reads.length > before)
      const read = reads[before]
      if (read === undefined) throw new Error('nothing was read')
      return read
    },
    swipe,
    async inject(bytes) {
      await far?.write(bytes)
      // Both ends of a pseudo-terminal live on this loop: without a turn for the other one it fills up and stops both.
      await new Promise((resolve) => setTimeout(resolve, 1))
    },
    until,
    async dispose() {
      await reader.close()
      simulator.close()
      await line.close()
    },
  }
}
