import { createHash } from 'node:crypto'
import { FaultShelf } from '../terminal/fault-shelf.ts'
import { type SimulatedCard, tracksOf } from './cards.ts'
import { encryptChain, pinVariantKey, testBaseKey } from './dukpt.ts'
import { readerFaults } from './faults.ts'
import { KeyCounter } from './key-counter.ts'
import type { ReaderSimulator, ReaderSimulatorParts } from './reader-simulator.ts'
import { type Faults, type MessageShape, ReaderWire } from './reader-wire.ts'

/** X9.24's own example of a key serial number. */
const initialKsn = 'FFFF9876543210E00000'
const reportLength = 887
const trackRoom = 112
const softwareId = '21042840C01'

const shape: MessageShape = {
  reports(message) {
    const report = new Uint8Array(reportLength)
    report.set(message)
    return [report]
  },
  noise: Uint8Array.of(0x00, 0x00, 0x01, 0x40, 0x28, 0x00, 0x00, 0x99, 0xff, 0x03),
  absurd: Uint8Array.of(0x00, 0x00, 0x00, 0xf8, 0xf8, 0xf8, 0x00),
}

/** A MagTek reader of MagneSafe V5 at security level 3. What it leaves out: README.md beside it. */
export function magtekSimulator(parts: ReaderSimulatorParts = {}): ReaderSimulator {
  const faults = new FaultShelf(readerFaults.filter((fault) => fault !== 'none'))
  for (const fault of parts.faults ?? []) faults.set(fault)
  const keys = new KeyCounter(initialKsn, parts.counter)
  let wire: ReaderWire | null = null
  return {
    accept(link, via) {
      wire = new ReaderWire(link, via)
      if ('answerFeature' in link) link.answerFeature(answerCommand)
    },
    async swipe(card) {
      const taken = faults.take()
      await wire?.send(report(card, keys.next(), parts, taken), shape, taken)
    },
    setFault: (fault, times) => faults.set(fault, times),
    close() {
      wire = null
    },
  }
}

/** One input report, written field by field where the manual puts it (99875475 table 4-1). */
function report(card: SimulatedCard, ksn: Buffer, parts: ReaderSimulatorParts, faults: Faults): Uint8Array {
  const bytes = Buffer.alloc(reportLength)
  const { clear, masked } = tracksOf(card)
  const bank = card.kind === 'payment'
  const key = pinVariantKey(testBaseKey, ksn)
  const shown = faults.has('unmaskedPan') ? clear : masked.map((track) => track?.replaceAll('*', '0') ?? null)
  bytes[6] = bank ? 0 : card.kind === 'house' ? 4 : 3
  clear.forEach((track, i) => {
    if (track === null) {
      if (card.kind === 'blank') bytes[i] = 1
      return
    }
    const shownTrack = bank ? (shown[i] ?? '') : track
    bytes[505 + i] = shownTrack.length
    bytes.write(shownTrack, 508 + i * trackRoom, 'latin1')
    bytes[852 + i] = track.length
    if (!bank) return
    const plain = Buffer.from(track, 'latin1')
    const secret = faults.has('unencrypted') ? padded(plain) : encryptChain('tdes', key, plain)
    bytes[3 + i] = secret.length
    secret.copy(bytes, 7 + i * trackRoom)
  })
  bytes.write(parts.serial ?? 'SIM0000042', 477, 15, 'latin1')
  bytes.set([0x00, 0x06], 493)
  ksn.copy(bytes, 495)
  if (parts.sessionId !== undefined) bytes.set(parts.sessionId.subarray(0, 8), 844)
  bytes.write('V05', 859, 'latin1')
  if (bank)
    createHash('sha1')
      .update(clear[1] ?? '')
      .digest()
      .copy(bytes, 867)
  // It has no check of its own: a length that is no whole block is what a spoiled report looks like.
  if (faults.has('badCheck')) bytes[3] = (bytes[3] ?? 0) | 0x01
  return bytes
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)])

/** Feature reports: id 0, command, length, data (99875475 §6). It knows one property, its software. */
function answerCommand(request: Uint8Array): Uint8Array {
  const answer = new Uint8Array(61)
  const known = request.length === 61 && request[1] === 0x00 && request[2] === 1 && request[3] === 0x00
  if (!known) {
    // 02: bad parameters.
    answer.set([0x00, 0x02, 0x00])
    return answer
  }
  answer.set([0x00, 0x00, softwareId.length, ...Buffer.from(softwareId, 'latin1')])
  return answer
}
