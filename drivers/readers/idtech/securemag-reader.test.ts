import { expect, test } from 'vitest'
import { testCard } from '#drivers/simulators/reader/cards.ts'
import { dataKey, decryptChain, testBaseKey } from '#drivers/simulators/reader/dukpt.ts'
import { msrMessage } from '#drivers/simulators/reader/msr-message.ts'
import { readMsr } from './msr-read.ts'
import { MsrStream } from './msr-stream.ts'

const ksn = Buffer.from('6299490119000000002A', 'hex')
const session = Buffer.from('0102030405060708', 'hex')

test.each([
  { format: 'original', cipher: 'tdes', holds: ['tracks1And2'], serial: '' },
  { format: 'original', cipher: 'aes', holds: ['tracks1And2'], serial: '' },
  { format: 'enhanced', cipher: 'tdes', holds: ['track1', 'track2'], serial: 'SIM0000042' },
  { format: 'enhanced', cipher: 'aes', holds: ['track1', 'track2'], serial: 'SIM0000042' },
] as const)(
  '$format format in $cipher is cut into its fields, and opens',
  ({ format, cipher, holds, serial }) => {
    for (const sessionId of [undefined, session]) {
      const settings = { format, cipher, ...(sessionId === undefined ? {} : { sessionId }) }
      const [event] = new MsrStream().feed(msrMessage(testCard, ksn, settings, new Set()))
      const read = event?.type === 'item' ? readMsr(event.item, { entry: 'swipe' }) : null
      if (read?.kind !== 'paymentCard') throw new Error(JSON.stringify(read))
      const { encrypted } = read
      expect(encrypted).toMatchObject({
        algorithm: cipher,
        ksn: '6299490119000000002A',
        readerSerial: serial,
      })
      expect(encrypted.sessionId).toBe(format === 'enhanced' && sessionId ? '0102030405060708' : undefined)
      expect(encrypted.parts.map((part) => part.holds)).toEqual(holds)
      const key = dataKey(testBaseKey, ksn)
      const clear = encrypted.parts.map(({ ciphertext }) =>
        decryptChain(cipher, key, Buffer.from(ciphertext, 'hex')),
      )
      expect(Buffer.concat(clear).toString('latin1')).toMatch(
        /^%B5167940000003315\^ALAMI.*;5167940000003315=2812/s,
      )
    }
  },
)

test('a driving licence and a raw stripe are told apart from a bank’s card', () => {
  const block = (type: number): Uint8Array => Uint8Array.of(type, 0x3f, 4, 0, 0, ...Buffer.from('%A1?'))
  expect(readMsr(block(0x01), { entry: 'swipe' })).toEqual({ kind: 'unreadable', reason: 'otherCard' })
  expect(readMsr(block(0x04), { entry: 'swipe' })).toEqual({ kind: 'unreadable', reason: 'malformed' })
  expect(readMsr(block(0x05), { entry: 'swipe' })).toEqual({ kind: 'unreadable', reason: 'malformed' })
})

test('optional fields move what follows, and unknown ciphers in them are not believed', () => {
  const message = msrMessage(testCard, ksn, {}, new Set())
  const data = message.subarray(3, -3)
  const withOptional = (first: number): Uint8Array => {
    const bytes = [...data]
    bytes[1] = (bytes[1] ?? 0) | 0x40
    bytes.splice(7, 0, 1, first)
    return Uint8Array.from(bytes)
  }
  expect(readMsr(withOptional(0x00), { entry: 'swipe' })).toEqual(readMsr(data, { entry: 'swipe' }))
  expect(readMsr(withOptional(0x02), { entry: 'swipe' })).toEqual({ kind: 'unreadable', reason: 'malformed' })
})

test('a block whose lengths do not add up is not believed, though its checks would agree', () => {
  const data = msrMessage(testCard, ksn, {}, new Set()).subarray(3, -3)
  for (let at = 2; at < 7; at++) {
    const bad = data.slice()
    bad[at] = (bad[at] ?? 0) ^ 0x01
    expect(readMsr(bad, { entry: 'swipe' })).toEqual({ kind: 'unreadable', reason: 'malformed' })
  }
})
