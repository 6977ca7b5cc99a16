import { latin1 } from '#drivers/framing/hex.ts'
import { passesLuhn } from '#shared/kernel/luhn.ts'

/**
 * Card numbers never leave a reader's driver: at most the first six and the last four digits (PCI DSS 3.4.1). What a
 * reader calls masked is masked again: some show more, and some hide digits behind a 0 (MagneSafe).
 */

/**
 * `4266********9999` → `4266********9999`, `5167940000003315` → `516794******3315`; fewer than 12 places: all
 * hidden.
 */
export function maskNumber(shown: string): string {
  const places = shown.replace(/[^0-9]/g, '*').slice(0, 19)
  if (places.length < 12) return '*'.repeat(places.length)
  return places.slice(0, 6) + '*'.repeat(places.length - 10) + places.slice(-4)
}

/**
 * The masked number on a track as the reader shows it (ISO/IEC 7813): track 1 `%B…^`, track 2 `;…=`, each of whose
 * characters may be hidden. Empty if there is none.
 */
export function maskedNumberOf(track: string): string {
  const first = /^%.([^^]{1,19})\^/.exec(track)
  const second = /^;([^=D]{1,19})[=D]/.exec(track)
  return maskNumber((first ?? second)?.[1] ?? '')
}

/**
 * Lengths and first digits of numbers that banks give out (ISO/IEC 7812: 2 to 6 with 15 to 19 digits; Diners 14,
 * old Visa 13). Narrower than "any digits that pass the check digit", or one loyalty card in ten would be taken for
 * a bank's.
 */
const bankNumber = /^(?:[2-6]\d{14,18}|3[0689]\d{12}|4\d{12})$/

/** Whether a text could give a bank's card number away, blanks and dashes in it or not. */
export function bearsCardNumber(text: string): boolean {
  for (const run of text.match(/\d(?:[ -]?\d){12,}/g) ?? []) {
    const digits = run.replace(/\D/g, '')
    for (let from = 0; from + 13 <= digits.length; from++) {
      for (let to = from + 13; to <= Math.min(digits.length, from + 19); to++) {
        const stretch = digits.slice(from, to)
        // A short number inside a longer run of digits is no accident that matters: half of all runs hold one.
        const counts = stretch.length >= 15 || stretch.length === digits.length
        if (counts && bankNumber.test(stretch) && passesLuhn(stretch)) return true
      }
    }
  }
  return false
}

/** Whether bytes that were called ciphertext are text after all: twelve ASCII digits in a row are no accident. */
export function looksClear(bytes: Uint8Array): boolean {
  let run = 0
  for (const byte of bytes) {
    run = byte >= 0x30 && byte <= 0x39 ? run + 1 : 0
    if (run >= 12) return true
  }
  return false
}

/**
 * Whether what was called the ciphertext of an EMV object is its value after all, with or without its tag and
 * length: a number that ends as tags 57 and 5A end. One honest block in some ten thousands looks so, and is read
 * again.
 * @param hex upper-case
 */
export function looksClearObject(hex: string): boolean {
  const number = /^(?:5[67A]..)?([2-6]\d{12,18})(?:[DF]|(?:00)*$)/.exec(hex)?.[1]
  return number !== undefined && bearsCardNumber(number)
}

/** A serial number as readers write it, padding taken away; empty where it could be something else. */
export function serialText(bytes: Uint8Array): string {
  const text = latin1(bytes)
    .replace(/[\0 ]+$/, '')
    .trim()
  return /^[A-Za-z0-9-]{1,16}$/.test(text) && !bearsCardNumber(text) ? text : ''
}
