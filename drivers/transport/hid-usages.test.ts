import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topUsages } from './hid-usages.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))

// HID 1.11 appendix B.1: the boot keyboard, whose inner pages (keys, lamps) are not what it is.
const bootKeyboard =
  bytes(`05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01
  95 05 75 01 05 08 19 01 29 05 91 02 95 01 75 03 91 01 95 06 75 08 15 00 25 65 05 07 19 00 29 65 81 00 C0`)

test('a keyboard is one; a scanner of the POS page too, also with its page in the usage itself', () => {
  expect(topUsages(bootKeyboard)).toEqual([{ usagePage: 0x01, usage: 0x06 }])
  expect(topUsages(bytes('05 8C 09 02 A1 01 09 12 A1 02 C0 C0'))).toEqual([{ usagePage: 0x8c, usage: 0x02 }])
  expect(topUsages(bytes('0B 02 00 8C 00 A1 01 C0'))).toEqual([{ usagePage: 0x8c, usage: 0x02 }])
  expect(topUsages(bytes('06 00 FF 09 01 A1 01 C0'))).toEqual([{ usagePage: 0xff00, usage: 0x01 }])
})

test('each outermost collection counts once; long items and what they carry are passed over', () => {
  const both = [...bootKeyboard, ...bytes('FE 03 10 A1 01 A1'), ...bytes('05 8C 09 02 A1 01 C0')]
  expect(topUsages(Uint8Array.from(both))).toEqual([
    { usagePage: 0x01, usage: 0x06 },
    { usagePage: 0x8c, usage: 0x02 },
  ])
})

test('any bytes are read to their end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4096 }), (descriptor) => {
      for (const { usagePage, usage } of topUsages(descriptor)) {
        expect(usagePage).toBeLessThanOrEqual(0xffff)
        expect(usage).toBeLessThanOrEqual(0xffff)
      }
    }),
  )
})
