import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMsr } from './idtech/msr-read.ts'
import { readNeoResponse } from './idtech/neo-read.ts'
import { isMagneSafeReport, readMagneSafe } from './magtek/magnesafe-report.ts'
import { reportLayout, reportLength } from './magtek/report-layout.data.ts'
import { p2pePayload } from './p2pe-payload.ts'
import type { CardRead } from './reader.ts'

const pans = [
  '4761739001010010',
  '5413330002001155',
  '36070500001376',
  '374245455400001',
  '6799990200000001114',
]
const pan = fc.constantFrom(...pans)

/** All that leaves a driver of a read, as text, and what would be handed to a P2PE service. */
const leaving = (read: CardRead): string =>
  JSON.stringify([read, read.kind === 'paymentCard' ? p2pePayload(read) : null])

function expectNoneLeaves(read: CardRead): void {
  const text = leaving(read)
  for (const number of pans) {
    // In clear, as BCD in hex (the same digits), and as the hex of its letters.
    expect(text).not.toContain(number)
    expect(text).not.toContain(Buffer.from(number).toString('hex').toUpperCase())
  }
  for (const word of ['ALAMI', '2812201']) expect(text).not.toContain(word)
}

const track1 = (number: string): string => `%B${number}^ALAMI/SALMA^28122010000?`
const track2 = (number: string): string => `;${number}=28122010000?`
const ksn = Buffer.from('FFFF9876543210E0004A', 'hex')

test('SecureMag: clear numbers sown in every field, in every type and with every status, and none leaves', () => {
  fc.assert(
    fc.property(
      pan,
      fc.constantFrom(0x00, 0x01, 0x03, 0x04, 0x80, 0x81, 0x83, 0x84),
      fc.constantFrom(0x00, 0x03, 0x83, 0x93, 0x87),
      fc.constantFrom(0x00, 0x03, 0x83, 0xbf, 0xdb, 0x80),
      (number, type, field8, field9) => {
        const tracks = [track1(number), track2(number), track2(number)].map((track) => Buffer.from(track))
        const block = (field8 & 0x10) === 0 ? 8 : 16
        const bits = (byte: number, from: number) => tracks.filter((_, i) => ((byte >> (from + i)) & 1) === 1)
        const padded = (track: Buffer) =>
          Buffer.concat([track, Buffer.alloc((block - (track.length % block)) % block)])
        const lengths = tracks.map((track) => track.length)
        const fields =
          type < 0x80
            ? [
                Buffer.of(type, 0x3f, ...lengths),
                ...tracks,
                ...(field9 === 0 ? [] : [padded(tracks[0] ?? ksn), padded(tracks[1] ?? ksn), ksn]),
              ]
            : [
                Buffer.of(type, 0x3f, ...lengths, field8, field9),
                ...bits(field8, 0),
                ...bits(field9, 0).map(padded),
                ...(field9 & 0x40 ? [Buffer.from(number.slice(0, 8))] : []),
                ...bits(field9, 3).map(() => Buffer.from(number.padEnd(20, '0'))),
                ...(field8 & 0x80 ? [Buffer.from(number.slice(0, 10))] : []),
                ...(field9 & 0x80 ? [ksn] : []),
              ]
        expectNoneLeaves(readMsr(Buffer.concat(fields), { entry: 'swipe' }))
      },
    ),
    { numRuns: 400 },
  )
})

test('MagTek: clear numbers sown in every field, and none leaves', () => {
  let believed = 0
  fc.assert(
    fc.property(
      pan,
      fc.constantFrom(0, 1, 3, 4, 5),
      fc.boolean(),
      fc.boolean(),
      (number, type, encrypted, shown) => {
        const report = Buffer.alloc(reportLength)
        report[reportLayout.encodeType.offset] = type
        ;[track1(number), track2(number), track2(number)].forEach((track, i) => {
          if (encrypted) {
            report[reportLayout.encryptedLengths.offset + i] = Math.ceil(track.length / 8) * 8
            report.write(track, reportLayout.encrypted[i] ?? 0)
          }
          if (!shown) return
          report[reportLayout.maskedLengths.offset + i] = track.length
          report.write(track, reportLayout.masked[i] ?? 0)
        })
        report.write(number.slice(0, 15), reportLayout.serial.offset)
        ksn.copy(report, reportLayout.ksn.offset)
        report.write(number.slice(0, 8), reportLayout.sessionId.offset)
        report.write(number, 349)
        report.write(number, 867)
        if (isMagneSafeReport(report)) believed++
        expectNoneLeaves(readMagneSafe(report, 'swipe'))
      },
    ),
    { numRuns: 300 },
  )
  expect(believed).toBe(300)
})

test('NEO 2: clear numbers sown in marked, unmarked and wrapped objects, and none leaves', () => {
  const object = (tag: string, value: Buffer, mark?: number): Buffer =>
    Buffer.concat([
      Buffer.from(tag, 'hex'),
      Buffer.from(mark === undefined ? [] : [mark]),
      Buffer.of(value.length),
      value,
    ])
  const bcd = (digits: string) => Buffer.from(digits.length % 2 ? `${digits}F` : digits, 'hex')
  /** Every shape a clear number can have in an object, blocks of eight among them. */
  const shapes: readonly ((number: string) => Buffer)[] = [
    (number) => bcd(number),
    (number) => bcd(`${number}D28122010000`),
    (number) => Buffer.concat([bcd(number), Buffer.alloc(16)]).subarray(0, 16),
    (number) => Buffer.concat([object('5A', bcd(number)), Buffer.alloc(16)]).subarray(0, 16),
    (number) => Buffer.concat([object('57', bcd(`${number}D28122010000`)), Buffer.alloc(24)]).subarray(0, 24),
    (number) => Buffer.from(track2(number)),
  ]
  for (const number of pans) {
    for (const shape of shapes) {
      for (const tag of ['5A', '57', '56', 'DFEE23', 'FFEE01']) {
        for (const mark of [undefined, 0xa1, 0xc1]) {
          for (const withKsn of [true, false]) {
            const parts = [
              Buffer.of(0xc1),
              ...(withKsn ? [object('DFEE12', ksn)] : []),
              object(tag, shape(number), mark),
            ]
            expectNoneLeaves(readNeoResponse({ command: 0x02, status: 0x23, data: Buffer.concat(parts) }))
          }
        }
      }
    }
  }
})

test('a payload has no field but those that were meant', () => {
  const read = {
    kind: 'paymentCard',
    entry: 'swipe',
    fallback: false,
    maskedPan: '476173******0010',
    holder: 'ALAMI',
    encrypted: {
      algorithm: 'tdes',
      ksn: 'FF',
      readerSerial: 'S',
      track: '4761739001010010',
      parts: [{ holds: 'track2', ciphertext: 'AB', clear: 'x' }],
    },
  } as const
  expect(p2pePayload(read)).toEqual({
    algorithm: 'tdes',
    ksn: 'FF',
    readerSerial: 'S',
    parts: [{ holds: 'track2', ciphertext: 'AB' }],
    maskedPan: '476173******0010',
    entry: 'swipe',
    fallback: false,
  })
})
