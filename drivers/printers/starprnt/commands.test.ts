import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as command from './commands.ts'
import { withoutRealTime } from './real-time.ts'

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?!$)/g, '$& ')
const other = () =>
  new ReceiptPrinterEncoder({ language: 'star-prnt', columns: 48, feedBeforeCut: 0, newline: '\n' })
const holds = (theirs: Uint8Array, ours: Uint8Array): boolean =>
  Buffer.from(theirs).includes(Buffer.from(ours))

test('a job starts from a known state, said aloud', () => {
  expect(hex(command.initialise(4))).toBe('1b 40 1b 7a 01 1b 1d 74 04')
})

test('modes', () => {
  expect(hex(command.align('right'))).toBe('1b 1d 61 02')
  expect(hex(command.bold(true))).toBe('1b 45')
  expect(hex(command.bold(false))).toBe('1b 46')
  expect(hex(command.size(2))).toBe('1b 69 01 01')
  expect(hex(command.position(576))).toBe('1b 1d 41 40 02')
  expect(holds(other().bold(true).text('a').encode(), command.bold(true))).toBe(true)
  expect(holds(other().codepage('cp858').text('é').encode(), Uint8Array.of(0x1b, 0x1d, 0x74, 4, 0x82))).toBe(
    true,
  )
})

test('a drawer kick, as another encoder writes it', () => {
  const drawer = { pin: 2, onMs: 100, offMs: 250 } as const
  expect(hex(command.kick(drawer))).toBe('1b 07 0a 19 07')
  expect(holds(other().pulse(0, 100, 250).encode(), command.kick(drawer))).toBe(true)
  expect(hex(command.kick({ ...drawer, onMs: 9_999, offMs: 0 }))).toBe('1b 07 7f 01 07')
  expect(hex(command.kick({ ...drawer, pin: 5 }))).toBe('1a')
})

test('a QR, part by part, as another encoder writes it', () => {
  const theirs = other().qrcode('HANOUT1:abc', { model: 2, size: 6, errorlevel: 'm' }).encode()
  const ours = hex(command.qr('HANOUT1:abc', 6))
  expect(ours).toBe(
    '1b 1d 79 53 30 02 1b 1d 79 53 31 01 1b 1d 79 53 32 06 1b 1d 79 44 31 00 0b 00 48 41 4e 4f 55 54 31 3a 61 62 63 1b 1d 79 50',
  )
  for (const part of ours.split(/ (?=1b 1d 79)/))
    expect(holds(theirs, Buffer.from(part.replaceAll(' ', ''), 'hex')), part).toBe(true)
})

test('bars as another encoder writes them; a percent sign is doubled by a nought', () => {
  const bars = {
    symbology: 'ean13',
    data: '6111234567895',
    moduleDots: 2,
    heightDots: 80,
    text: false,
  } as const
  expect(hex(command.bars(bars))).toBe('1b 62 03 01 01 50 36 31 31 31 32 33 34 35 36 37 38 39 35 1e')
  const theirs = other().barcode('6111234567895', 'ean13', { height: 80, width: 1, text: 'none' }).encode()
  expect(holds(theirs, command.bars(bars))).toBe(true)
  expect(hex(command.bars({ ...bars, symbology: 'code128', data: '5%', moduleDots: 3, text: true }))).toBe(
    '1b 62 06 02 02 50 35 25 30 1e',
  )
})

test('cut, feed and questions', () => {
  expect(hex(command.cut('partial'))).toBe('1b 64 03')
  expect(hex(command.cut('full'))).toBe('1b 64 02')
  expect(hex(command.cut('none'))).toBe('1b 61 05')
  expect(hex(command.feedDots(300))).toBe('1b 49 ff 1b 49 2d')
  expect(command.feedDots(0)).toHaveLength(0)
  expect(hex(command.askStatus)).toBe('1b 06 01')
})

const strip = (rows: number) => ({
  bytesPerRow: 2,
  rows,
  data: Uint8Array.from({ length: 2 * rows }, (_, i) => i),
})

test('raster carries its size in bytes and rows', () => {
  expect(hex(command.raster(strip(2)))).toBe('1b 1d 53 01 02 00 02 00 00 00 01 02 03')
})

test('Star Line Mode gets whole bands of 24 rows, the last one filled with white', () => {
  const bytes = command.bands(strip(25))
  const band = 4 + 2 * 24 + 1
  expect(bytes).toHaveLength(2 + 2 * band + 3)
  expect(hex(bytes.subarray(0, 8))).toBe('1b 30 1b 6b 02 00 00 01')
  expect(hex(bytes.subarray(2 + band, 2 + band + 8))).toBe('1b 6b 02 00 30 31 00 00')
  expect(hex(bytes.subarray(-4))).toBe('0a 1b 7a 01')
})

test('no pair that a printer would obey is left in dots, and no dot is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0x1b, 0x06, 0x01, 0x18, 0xff), { maxLength: 64 }), (bytes) => {
      const before = Uint8Array.from(bytes)
      const after = withoutRealTime(before)
      expect(hex(after)).not.toMatch(/1b 06/)
      for (const [i, byte] of before.entries()) expect((after[i] ?? 0) & byte).toBe(byte)
    }),
  )
})
