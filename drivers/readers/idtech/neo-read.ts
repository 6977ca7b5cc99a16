import { upperHex } from '#drivers/framing/hex.ts'
import { readTlvs, type Tlv } from '#drivers/framing/tlv.ts'
import { looksClearObject, maskNumber } from '../card-number.ts'
import { paymentRead } from '../payment-card.ts'
import type { CardEntry, CardRead, EncryptedBlock } from '../reader.ts'
import { readMsr } from './msr-read.ts'
import { MsrStream } from './msr-stream.ts'
import { timedOut, withCard } from './neo-status.data.ts'
import type { VivoFrame } from './vivo-frame.ts'

/** Bytes that stand before a length and say what became of the value: masked, encrypted. */
const masked = 0xa1
const encrypted = 0xc1
const tags = {
  ksn: 'DFEE12',
  stripe: 'DFEE23',
  wrapped: 'FFEE01',
  entry: 'DF30',
  entryMode: '9F39',
  pan: '5A',
  track2: '57',
} as const

/**
 * What a response to Activate Transaction (02-40) says of the card. Nothing of it that is in clear goes further
 * than here.
 */
export function readNeoResponse(frame: VivoFrame): CardRead {
  const code = upperHex(Uint8Array.of(frame.status))
  if (frame.status === timedOut) return { kind: 'unreadable', reason: 'noCard', code }
  if (!withCard.includes(frame.status)) return { kind: 'unreadable', reason: 'cardError', code }
  const [attribution] = frame.data
  const read = readTlvs(frame.data.subarray(1), [masked, encrypted])
  if (attribution === undefined || !read.ok) return { kind: 'unreadable', reason: 'malformed' }
  const objects = read.value
  const context = entryOf(objects)
  const stripe = find(objects, tags.stripe)
  if (stripe !== undefined) return stripeRead(stripe.value, context)
  const algorithm = algorithmOf(attribution)
  const ksn = find(objects, tags.ksn)?.value
  if (algorithm === null) return { kind: 'unreadable', reason: 'malformed' }
  const secrets = objects.filter(({ mark }) => mark === encrypted)
  if (secrets.some(({ value }) => looksClearObject(upperHex(value)))) {
    return { kind: 'unreadable', reason: 'notEncrypted' }
  }
  return paymentRead({
    ...context,
    maskedPan: maskedPanOf(objects),
    algorithm,
    ksn: ksn ?? new Uint8Array(10),
    // 02-40 does not carry the reader's serial number.
    readerSerial: '',
    parts: secrets.map(({ tag, value }) => ({ holds: `tag${tag}` as const, bytes: value })),
  })
}

/** A swipe comes wrapped, as a SecureMag would send it, with checks of its own. */
function stripeRead(value: Uint8Array, context: EntryContext): CardRead {
  const stream = new MsrStream()
  const events = [...stream.feed(value), ...stream.flush()]
  const whole = events.find((event) => event.type === 'item')
  if (whole !== undefined) return readMsr(whole.item, context)
  const broken = events.find((event) => event.type === 'broken')
  return { kind: 'unreadable', reason: broken?.reason ?? 'malformed' }
}

interface EntryContext {
  readonly entry: CardEntry
  readonly fallback: boolean
}

/** ID TECH's own word for it first (DF30 in FFEE01), then the POS entry mode (EMV Book 4 §6.2.2). */
const ownEntries: Readonly<Record<number, CardEntry>> = { 0: 'tap', 1: 'insert', 12: 'swipe' }
const entryModes: Readonly<Record<number, CardEntry>> = {
  5: 'insert',
  7: 'tap',
  128: 'swipe',
  144: 'swipe',
  145: 'tap',
}

function entryOf(objects: readonly Tlv[]): EntryContext {
  const inside = readTlvs(find(objects, tags.wrapped)?.value ?? new Uint8Array())
  const own = inside.ok ? find(inside.value, tags.entry)?.value[0] : undefined
  const mode = find(objects, tags.entryMode)?.value[0]
  const entry =
    (own === undefined ? undefined : ownEntries[own]) ?? (mode === undefined ? undefined : entryModes[mode])
  return { entry: entry ?? 'swipe', fallback: mode === 0x80 }
}

/**
 * Bits 1 and 2 of the attribution byte: C1 comes with blocks of 8, C3 with blocks of 16 (seen on readers; the guide
 * only names the byte).
 */
function algorithmOf(attribution: number): EncryptedBlock['algorithm'] | null {
  const cipher = (attribution >> 1) & 0b11
  return cipher === 0 ? 'tdes' : cipher === 1 ? 'aes' : null
}

/**
 * Tag 5A or the number in 57, as the reader masked it: hidden digits are C. Only what is marked as masked is looked
 * at.
 */
function maskedPanOf(objects: readonly Tlv[]): string {
  const shown = objects.filter(({ mark }) => mark === masked)
  const pan = find(shown, tags.pan) ?? find(shown, tags.track2)
  return pan === undefined ? '' : maskNumber(upperHex(pan.value).replace(/[DF].*$/, ''))
}

const find = (objects: readonly Tlv[], tag: string): Tlv | undefined =>
  objects.find((object) => object.tag === tag)
