import { hexOf, unpackDigits } from '#drivers/framing/bcd.ts'
import { maskCard, maskText } from '../masking.ts'
import { type Apdu, control } from './apdu.ts'
import { bitmap } from './bitmaps.data.ts'
import { type Bitmaps, readBitmaps } from './bitmaps.ts'
import { decodeLine } from './text.ts'

/** Bitmaps whose digits may be shown as they are. */
const plainDigits: readonly number[] = [
  bitmap.amount,
  bitmap.trace,
  bitmap.time,
  bitmap.date,
  bitmap.result,
  bitmap.terminalId,
  bitmap.originalTrace,
  bitmap.currency,
  bitmap.receipt,
  bitmap.service,
  bitmap.status,
  0x88,
  0x8a,
]
/** Bitmaps that hold words. */
const plainWords: readonly number[] = [0x2a, bitmap.authorisation, bitmap.text, bitmap.cardName]

/** Bytes of a command before its first bitmap: the password, and what a registration has beside it. */
const headLengths: Readonly<Record<number, number>> = {
  [control.registration]: 6,
  [control.repeatReceipt]: 3,
  [control.reversal]: 3,
  [control.refund]: 3,
  [control.endOfDay]: 3,
  [control.turnoverTotals]: 3,
}
const withBitmaps: readonly number[] = [
  control.registration,
  control.authorisation,
  control.repeatReceipt,
  control.reversal,
  control.refund,
  control.status,
]

/**
 * An APDU for the wire trace: control field, then bitmaps by name. Card numbers are masked; passwords, tracks,
 * expiry and whatever else could hold a card number are told by their length only.
 */
export function describe({ control: code, data }: Apdu): string {
  const name = `${hexOf(Uint8Array.of(code >> 8))} ${hexOf(Uint8Array.of(code & 0xff))}`
  const head = headLengths[code] ?? 0
  if (withBitmaps.includes(code)) {
    const read = readBitmaps(data.subarray(head))
    const unread = read.unread > 0 ? [`+${read.unread} unread`] : []
    return [name, ...(head > 0 ? ['password'] : []), ...fieldsOf(read), ...unread].join(' ')
  }
  if (head > 0) return `${name} password`
  if (data.length === 0) return name
  return data.length <= 4 ? `${name} ${hexOf(data)}` : `${name} (${data.length} bytes)`
}

function fieldsOf({ fields }: Bitmaps): readonly string[] {
  return [...fields].map(([name, value]) => `${hexOf(Uint8Array.of(name))}=${shownValue(name, value)}`)
}

function shownValue(name: number, value: Uint8Array): string {
  if (name === bitmap.card)
    return maskCard(
      hexOf(value)
        .replace(/[DF].*$/, '')
        .replaceAll('E', '*'),
    )
  if (plainWords.includes(name)) return maskText(decodeLine(value)).slice(0, 60)
  if (plainDigits.includes(name)) return unpackDigits(value) ?? hexOf(value).slice(0, 12)
  return `(${value.length})`
}
