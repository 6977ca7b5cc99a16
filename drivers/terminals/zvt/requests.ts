import { packDigits } from '#drivers/framing/bcd.ts'
import { control, encodeApdu } from './apdu.ts'

/** ISO 4217 number of the dirham, as BMP 49 has it. */
export const dirhamCode = '0504'
/** BMP 04 holds twelve digits. */
export const largestAmount = 999_999_999_999

/**
 * Receipts and administrative receipts in print commands, intermediate status, no payment and no menu started at
 * the terminal while the till drives it (PA00P015 §2.1, config byte).
 */
const config = 0xbe
/** TLV 26 { 0A 06D3 }: the till takes whole text blocks. */
const permitted = [0x06, 0x06, 0x26, 0x04, 0x0a, 0x02, 0x06, 0xd3]
/** Of 06 20: send the status information of the last transaction, print nothing (PA00P015 §2.20.2). */
const statusWithoutPrint = [0x03, 0x03]

const amountField = (minor: number): readonly number[] => [
  0x04,
  ...packDigits(String(minor).padStart(12, '0')),
]
const currencyField: readonly number[] = [0x49, ...packDigits(dirhamCode)]

/** 06 00. @param password six digits */
export const registration = (password: string): Uint8Array =>
  command(control.registration, [...packDigits(password), config, ...packDigits(dirhamCode), ...permitted])

/** 06 00 without TLV, as old terminals know it. */
export const plainRegistration = (password: string): Uint8Array =>
  command(control.registration, [...packDigits(password), config, ...packDigits(dirhamCode)])

/** 06 01. @param minor centimes, [1, 999999999999] */
export const authorisation = (minor: number): Uint8Array =>
  command(control.authorisation, [...amountField(minor), ...currencyField])

/** 06 30: undoes the transaction with this receipt number, if it was of this amount. @param receipt four digits */
export const reversal = (password: string, receipt: string, minor: number): Uint8Array =>
  command(control.reversal, [
    ...packDigits(password),
    0x87,
    ...packDigits(receipt),
    ...amountField(minor),
    ...currencyField,
  ])

/** 06 31. */
export const refund = (password: string, minor: number): Uint8Array =>
  command(control.refund, [...packDigits(password), ...amountField(minor), ...currencyField])

/** 06 20 with service byte 03: what was the last transaction? */
export const lastTransaction = (password: string): Uint8Array =>
  command(control.repeatReceipt, [...packDigits(password), ...statusWithoutPrint])

/** 06 10. */
export const turnoverTotals = (password: string): Uint8Array =>
  command(control.turnoverTotals, [...packDigits(password)])

/** 06 50. */
export const endOfDay = (password: string): Uint8Array => command(control.endOfDay, [...packDigits(password)])

/** 05 01. */
export const statusEnquiry = (): Uint8Array => command(control.statusEnquiry, [])

/** 06 B0. */
export const abortCommand = (): Uint8Array => command(control.abort, [])

const command = (code: number, data: readonly number[]): Uint8Array => encodeApdu(code, Uint8Array.from(data))
