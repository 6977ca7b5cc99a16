import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { expect, test } from 'vitest'
import * as command from './commands.ts'

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?!$)/g, '$& ')
const other = () =>
  new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, feedBeforeCut: 0, newline: '\n' })

test('a job starts from a known state, said aloud', () => {
  expect(hex(command.initialise(19))).toBe('1b 40 1c 2e 1b 74 13')
})

test('the drawer kick has all five bytes, as another encoder writes it', () => {
  const drawer = { pin: 5, onMs: 100, offMs: 250 } as const
  expect(hex(command.kick(drawer))).toBe('1b 70 01 32 7d')
  expect(hex(command.kick(drawer))).toBe(hex(other().pulse(1, 100, 250).encode()))
  expect(hex(command.kick({ pin: 2, onMs: 9_999, offMs: 0 }))).toBe('1b 70 00 ff 01')
})

test('a QR is the bytes another encoder writes', () => {
  const theirs = Buffer.from(other().qrcode('HANOUT1:abc', { model: 2, size: 6, errorlevel: 'm' }).encode())
  expect(theirs.includes(Buffer.from(command.qr('HANOUT1:abc', 6)))).toBe(true)
})

test('a raster carries its size in bytes and rows', () => {
  const strip = { bytesPerRow: 2, rows: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
  expect(hex(command.raster(strip))).toBe('1d 76 30 00 02 00 03 00 01 02 03 04 05 06')
})

test('cut, feed and questions', () => {
  expect(hex(command.cut('partial'))).toBe('1d 56 42 00')
  expect(hex(command.cut('full'))).toBe('1d 56 41 00')
  expect(hex(command.cut('none'))).toBe('1b 64 05')
  expect(hex(command.askStatus(4))).toBe('10 04 04')
  expect(hex(command.askProcessId('0042'))).toBe('1d 28 48 06 00 30 30 30 30 34 32')
})
