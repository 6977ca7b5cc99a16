import type { SimulatedCard } from './cards.ts'
import { dataKey, encryptChain, testBaseKey } from './dukpt.ts'
import { msrMessage } from './msr-message.ts'
import type { CardEntry, ReaderSimulatorParts } from './reader-simulator.ts'
import type { Faults } from './reader-wire.ts'

/** What a NEO 2 with keys says of a card: status and data of its response to 02-40. */
export interface CardAnswer {
  readonly status: number
  readonly data: Buffer
}

/** Own word for the way in (DF30) and POS entry mode (9F39). */
const ways = { swipe: [0x0c, 0x90], insert: [0x01, 0x05], tap: [0x00, 0x07] } as const

/** Swiped cards come wrapped as a SecureMag sends them; chip and contactless as masked and encrypted EMV objects. */
export function cardAnswer(
  card: SimulatedCard,
  entry: CardEntry,
  ksn: Buffer,
  settings: ReaderSimulatorParts,
  faults: Faults,
): CardAnswer {
  const [own, mode] = ways[entry]
  const way = Buffer.concat([
    object('FFEE01', object('DF30', Buffer.of(own))),
    object('9F39', Buffer.of(mode)),
  ])
  const aes = settings.cipher === 'aes'
  const attribution = Buffer.of(aes ? 0xc3 : 0xc1)
  if (entry === 'swipe') {
    const block = Buffer.from(
      msrMessage(card, ksn, settings, new Set([...faults].filter((fault) => fault !== 'badCheck'))),
    )
    return {
      status: 0x00,
      data: Buffer.concat([attribution, object('DFEE12', ksn), object('DFEE23', block), way]),
    }
  }
  // A chip or an antenna card that is no payment card: "card not supported".
  if (card.kind !== 'payment') return { status: 0x27, data: Buffer.alloc(0) }
  const track2 = bcd(`${card.pan}D${card.expiry}2010000000000123`)
  const number = bcd(card.pan)
  if (faults.has('unencrypted')) {
    return {
      status: 0x23,
      data: Buffer.concat([attribution, object('57', track2), object('5A', number), way]),
    }
  }
  const hidden = `${card.pan.slice(0, 6)}${'C'.repeat(card.pan.length - 10)}${card.pan.slice(-4)}`
  const key = dataKey(testBaseKey, ksn)
  const secret = (tag: string, value: Buffer): Buffer =>
    // The whole object is encrypted, tag and length with it.
    marked(tag, 0xc1, encryptChain(aes ? 'aes' : 'tdes', key, object(tag, value)))
  const shown = faults.has('unmaskedPan') ? number : bcd(hidden)
  const data = Buffer.concat([
    attribution,
    object('DFEE12', ksn),
    marked('57', 0xa1, faults.has('unmaskedPan') ? track2 : bcd(`${hidden}D${card.expiry}CCCCCCCCCCCCCCCC`)),
    secret('57', track2),
    marked('5A', 0xa1, shown),
    secret('5A', number),
    way,
  ])
  return { status: entry === 'tap' ? 0x23 : 0x00, data }
}

const bcd = (digits: string): Buffer => Buffer.from(digits.length % 2 === 0 ? digits : `${digits}F`, 'hex')

function sized(value: Buffer): Buffer {
  if (value.length < 0x80) return Buffer.concat([Buffer.of(value.length), value])
  if (value.length < 0x100) return Buffer.concat([Buffer.of(0x81, value.length), value])
  return Buffer.concat([Buffer.of(0x82, value.length >> 8, value.length & 0xff), value])
}

const object = (tag: string, value: Buffer): Buffer => Buffer.concat([Buffer.from(tag, 'hex'), sized(value)])
const marked = (tag: string, mark: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from(tag, 'hex'), Buffer.of(mark), sized(value)])
