import { createHash } from 'node:crypto'
import { type SimulatedCard, tracksOf } from './cards.ts'
import { dataKey, encryptChain, testBaseKey } from './dukpt.ts'
import type { ReaderSimulatorParts } from './reader-simulator.ts'
import type { Faults } from './reader-wire.ts'

type MsrSettings = Pick<ReaderSimulatorParts, 'serial' | 'format' | 'cipher' | 'sessionId'>

/**
 * One swipe as ID TECH's magnetic readers send it (SecureMag manual §10.3, §10.4): STX, length, card data, LRC,
 * sum, ETX. The till's own reader of it is apart on purpose.
 */
export function msrMessage(
  card: SimulatedCard,
  ksn: Buffer,
  settings: MsrSettings,
  faults: Faults,
): Uint8Array {
  const data = cardData(card, ksn, settings, faults)
  let lrc = 0
  let sum = 0
  for (const byte of data) {
    lrc ^= byte
    sum = (sum + byte) & 0xff
  }
  if (faults.has('badCheck')) lrc ^= 0x01
  return Buffer.concat([
    Buffer.of(0x02, data.length & 0xff, data.length >> 8),
    data,
    Buffer.of(lrc, sum, 0x03),
  ])
}

function cardData(card: SimulatedCard, ksn: Buffer, settings: MsrSettings, faults: Faults): Buffer {
  const { clear, masked } = tracksOf(card)
  const lengths = [clear[0]?.length ?? 0, clear[1]?.length ?? 0, 0]
  const read = (clear[0] === null ? 0 : 0b001001) | (clear[1] === null ? 0 : 0b010010)
  const shown = faults.has('unmaskedPan') ? clear : masked
  if (card.kind !== 'payment' || faults.has('unencrypted'))
    return clearData(card, clear, lengths, read, settings)
  const key = dataKey(testBaseKey, ksn)
  const cipher = settings.cipher ?? 'tdes'
  const block = cipher === 'tdes' ? 8 : 16
  const secrets = clear.map((track) => Buffer.from(track ?? '', 'latin1'))
  const hashes = secrets.map((track) => createHash('sha1').update(track).digest())
  if (settings.format === 'original') {
    // Both tracks in one chain, each padded by itself.
    const both = Buffer.concat(secrets.map((track) => padTo(track, block)))
    return Buffer.concat([
      Buffer.of(0x00, read, ...lengths),
      text(shown),
      encryptChain(cipher, key, both),
      ...hashes,
      ksn,
    ])
  }
  const session = settings.sessionId ?? null
  return Buffer.concat([
    Buffer.of(0x80, read, ...lengths),
    // Field 8: tracks 1 and 2 shown, cipher, serial number. Field 9: tracks, hashes, session, key serial number.
    Buffer.of(0x83 | (cipher === 'aes' ? 0x10 : 0), 0x9b | (session === null ? 0 : 0x40)),
    text(shown),
    ...secrets.map((track) => encryptChain(cipher, key, track)),
    session ?? Buffer.alloc(0),
    ...hashes,
    serialField(settings),
    ksn,
  ])
}

/** A card that is none of a bank's, or a reader without keys. */
function clearData(
  card: SimulatedCard,
  clear: readonly (string | null)[],
  lengths: readonly number[],
  read: number,
  settings: MsrSettings,
): Buffer {
  const type = card.kind === 'payment' ? 0x00 : 0x03
  if (settings.format === 'original') return Buffer.concat([Buffer.of(type, read, ...lengths), text(clear)])
  const shown = (clear[0] === null ? 0 : 1) | (clear[1] === null ? 0 : 2)
  return Buffer.concat([
    Buffer.of(0x80 | type, read, ...lengths, 0x80 | shown, 0x00),
    text(clear),
    serialField(settings),
  ])
}

const text = (tracks: readonly (string | null)[]): Buffer => Buffer.from(tracks.join(''), 'latin1')
const serialField = (settings: MsrSettings): Buffer =>
  Buffer.from((settings.serial ?? 'SIM0000042').padStart(10, '0').slice(0, 10), 'latin1')

function padTo(bytes: Buffer, block: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)])
}
