import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutRealTime } from './real-time.ts'

const dots = fc
  .array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x00, 0xff), { maxLength: 64 })
  .map((bytes) => Uint8Array.from(bytes))

test('no pair that a printer would obey is left, no dot is lost, and few are added', () => {
  fc.assert(
    fc.property(dots, (before) => {
      const after = withoutRealTime(before)
      expect(Buffer.from(after).toString('hex').replace(/../g, '$& ')).not.toMatch(/10 (04|05|14)/)
      expect(after).toHaveLength(before.length)
      for (const [i, byte] of before.entries()) {
        const now = after[i] ?? 0
        expect(now & byte).toBe(byte)
        expect((now ^ byte).toString(2).replaceAll('0', '').length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('dots without such a pair are passed on as they are', () => {
  const clean = Uint8Array.of(0x10, 0x00, 0x04)
  expect(withoutRealTime(clean)).toBe(clean)
})
