import { latin1 } from '#drivers/framing/hex.ts'
import { maskedNumberOf, serialText } from '../card-number.ts'
import { houseRead } from '../house-card.ts'
import { paymentRead } from '../payment-card.ts'
import type { CardEntry, CardRead } from '../reader.ts'
import { encodeType, reportLayout as layout, reportLength, trackRoom } from './report-layout.data.ts'

const knownTypes: readonly number[] = Object.values(encodeType)
const tracks = [0, 1, 2] as const
const trackNames = ['track1', 'track2', 'track3'] as const

/**
 * Whether bytes could be a report. It carries no check of its own, so all it promises is held against it: known types,
 * lengths that fit and are whole blocks, a printable serial number, printable masked tracks, a key serial number
 * where something is encrypted. The cheap questions come first: a stream asks this at every byte.
 */
export function isMagneSafeReport(bytes: Uint8Array, at = 0): boolean {
  const { serial, ksn, maskedLengths } = layout
  if (bytes.length - at < reportLength || !isPrintable(bytes[at + serial.offset] ?? 0)) return false
  if (!couldBeginReport(bytes, at) || !isTextThenZeros(bytes, at + serial.offset, serial.length)) return false
  const byte = (offset: number): number => bytes[at + offset] ?? 0
  for (const track of tracks) {
    const length = byte(maskedLengths.offset + track)
    if (length > trackRoom) return false
    const from = at + (layout.masked[track] ?? 0)
    for (let i = 0; i < length; i++) if (!isPrintable(bytes[from + i] ?? 0)) return false
  }
  const encrypted = tracks.some((track) => byte(layout.encryptedLengths.offset + track) > 0)
  return (
    !encrypted || bytes.subarray(at + ksn.offset, at + ksn.offset + ksn.length).some((value) => value !== 0)
  )
}

/** The first seven bytes, as many as are there: statuses, whole blocks, a type there is. */
export function couldBeginReport(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < 3; i++) {
    const length = bytes[at + 3 + i] ?? 0
    if ((bytes[at + i] ?? 0) > 1 || length > trackRoom || length % 8 !== 0) return false
  }
  return knownTypes.includes(bytes[at + layout.encodeType.offset] ?? 0)
}

/** What a report says of the card. @param report one for which `isMagneSafeReport` holds */
export function readMagneSafe(report: Uint8Array, entry: CardEntry): CardRead {
  const field = ({ offset, length }: { offset: number; length: number }) =>
    report.subarray(offset, offset + length)
  const encryptedLengths = field(layout.encryptedLengths)
  const shown = tracks.map((track) => {
    const from = layout.masked[track] ?? 0
    return latin1(report.subarray(from, from + (field(layout.maskedLengths)[track] ?? 0)))
  })
  const type = report[layout.encodeType.offset]
  if (type === encodeType.licence) return { kind: 'unreadable', reason: 'otherCard' }
  if (type === encodeType.other) return houseRead(shown, entry)
  const parts = trackNames.flatMap((holds, track) => {
    const from = layout.encrypted[track] ?? 0
    const length = encryptedLengths[track] ?? 0
    return length === 0 ? [] : [{ holds, bytes: report.subarray(from, from + length) }]
  })
  if (parts.length === 0) {
    const nothing = shown.every((track) => track === '')
    return { kind: 'unreadable', reason: nothing ? 'blank' : 'notEncrypted' }
  }
  if (type !== encodeType.bank) return { kind: 'unreadable', reason: 'otherCard' }
  const sessionId = field(layout.sessionId)
  return paymentRead({
    entry,
    maskedPan: maskedNumberOf(shown[1] ?? '') || maskedNumberOf(shown[0] ?? ''),
    algorithm: 'tdes',
    ksn: field(layout.ksn),
    readerSerial: serialText(field(layout.serial)),
    sessionId: sessionId.some((byte) => byte !== 0) ? sessionId : null,
    parts,
  })
}

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e

function isTextThenZeros(bytes: Uint8Array, from: number, length: number): boolean {
  let ended = false
  for (let i = from; i < from + length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0) ended = true
    else if (ended || !isPrintable(byte)) return false
  }
  return true
}
