import { afterEach, beforeEach, expect, test } from 'vitest'
import { testCard } from '#drivers/simulators/reader/cards.ts'
import { makeReaderSimulator } from '#drivers/simulators/reader/simulators.ts'
import { type HidDeviceEnd, memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import type { CardRead, Reader } from '../reader.ts'
import { featureCommand, featureData } from './feature-command.ts'
import { magtekReader } from './magtek-reader.ts'
import { reportLayout, reportLength } from './report-layout.data.ts'

let reader: Reader
let device: HidDeviceEnd
let reads: CardRead[]
const simulator = makeReaderSimulator('magtek', { sessionId: Buffer.from('0102030405060708', 'hex') })

beforeEach(async () => {
  const accept = (end: HidDeviceEnd): void => {
    device = end
    simulator.accept(end, 'hid')
  }
  reader = magtekReader({ transport: memoryHid('hid', accept), via: 'hid' })
  reads = []
  reader.onRead((read) => reads.push(read))
  await reader.open()
})
afterEach(() => reader.close())

test('it says which software it runs, in a feature report of 60 bytes and its id', async () => {
  expect(await reader.check()).toEqual({ ok: true, text: '21042840C01' })
  expect(featureCommand(0x00, [0x00])).toEqual(Uint8Array.of(0, 0, 1, 0, ...new Array<number>(57).fill(0)))
})

test.each([
  [Uint8Array.of(0, 0, 2, 0x41, 0x42, 0), 'AB'],
  [Uint8Array.of(0, 2, 0), null],
  [Uint8Array.of(0, 0, 9, 0x41), null],
])('%s carries %s', (report, text) => {
  const data = featureData(report)
  expect(data === null ? null : Buffer.from(data).toString()).toBe(text)
})

test('a reader that takes no commands is there, but does not answer', async () => {
  device.answerFeature(() => Uint8Array.of(0, 1, 0))
  expect(await reader.check()).toMatchObject({ ok: false, reason: 'noAnswer' })
})

test('where this machine passes no feature reports on, it is there and reads', async () => {
  device.answerFeature(() => {
    throw new TransportError('unsupported', 'no feature reports here')
  })
  expect(await reader.check()).toMatchObject({ ok: true })
  await simulator.swipe(testCard)
  expect(reads).toMatchObject([{ kind: 'paymentCard' }])
})

test('a session that a host opened is handed on with the card', async () => {
  await simulator.swipe(testCard)
  expect(reads).toMatchObject([
    {
      kind: 'paymentCard',
      encrypted: { algorithm: 'tdes', sessionId: '0102030405060708', readerSerial: 'SIM0000042' },
    },
  ])
})

test.each([
  ['a track status there is not', reportLayout.decodeStatus.offset, 2],
  ['a length that is no whole block', reportLayout.encryptedLengths.offset, 9],
  ['a length over the track’s room', reportLayout.encryptedLengths.offset, 120],
  ['an encode type there is not', reportLayout.encodeType.offset, 2],
  ['a masked length over the track’s room', reportLayout.maskedLengths.offset, 113],
  ['masked data that is no text', reportLayout.masked[0], 7],
  ['a serial number that is no text', reportLayout.serial.offset, 0xff],
])('%s: not believed', async (_what, offset, value) => {
  const report = await recorded()
  report[offset] = value
  await device.write(report)
  expect(reads).toEqual([])
})

/** A good report, as the simulator writes it. */
async function recorded(): Promise<Uint8Array> {
  let kept = new Uint8Array()
  const catcher = memoryHid('catcher', (end) => simulator.accept(end, 'hid'))
  const link = await catcher.open()
  const came = new Promise<void>((resolve) => {
    link.onData((report) => {
      kept = Uint8Array.from(report)
      resolve()
    })
  })
  await simulator.swipe(testCard)
  await came
  simulator.accept(device, 'hid')
  expect(kept).toHaveLength(reportLength)
  return kept
}
