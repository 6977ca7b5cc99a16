import { writeTlv } from '#drivers/framing/tlv.ts'
import type { CardRequest } from '../reader.ts'
import { encodeCommand } from './vivo-frame.ts'

/** Commands by their number (NEO 2 guide chapter 7); a response carries the same number. */
export const commandNumber = {
  transaction: 0x02,
  result: 0x03,
  control: 0x05,
  ping: 0x18,
  firmware: 0x29,
} as const

export const pingCommand = encodeCommand(commandNumber.ping, 0x01)
export const firmwareCommand = encodeCommand(commandNumber.firmware, 0x00)
export const cancelCommand = encodeCommand(commandNumber.control, 0x01)

/** Dirham: ISO 4217 number 504, two decimals. */
const currency = Uint8Array.of(0x05, 0x04)
const exponent = Uint8Array.of(0x02)
/** Tag 9C, first two digits of the ISO 8583 processing code. */
const transactionType = { purchase: 0x00, refund: 0x20 } as const

/**
 * Activate Transaction 02-40, by which a reader with keys encrypts: seconds, then TLVs. Date and time are the
 * reader's own.
 */
export function activateCommand(request: CardRequest): Uint8Array {
  const data = [
    request.timeoutS,
    ...writeTlv('9F02', bcd(request.amountMinor)),
    ...writeTlv('9C', Uint8Array.of(transactionType[request.kind])),
    ...writeTlv('5F2A', currency),
    ...writeTlv('5F36', exponent),
  ]
  return encodeCommand(commandNumber.transaction, 0x40, Uint8Array.from(data))
}

/** n12 (EMV Book 3 §4.3): `125.50` is `00 00 00 01 25 50`. */
function bcd(amountMinor: number): Uint8Array {
  const digits = String(amountMinor).padStart(12, '0')
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
