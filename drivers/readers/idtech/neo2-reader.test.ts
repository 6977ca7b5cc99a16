import { afterEach, beforeEach, expect, test } from 'vitest'
import { loyaltyCard, testCard } from '#drivers/simulators/reader/cards.ts'
import { dataKey, decryptChain, testBaseKey } from '#drivers/simulators/reader/dukpt.ts'
import type {
  CardEntry,
  ReaderSimulator,
  ReaderSimulatorParts,
} from '#drivers/simulators/reader/reader-simulator.ts'
import { makeReaderSimulator } from '#drivers/simulators/reader/simulators.ts'
import { memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import type { CardRead, Reader } from '../reader.ts'
import { neo2Reader } from './neo2-reader.ts'

const request = { amountMinor: 12_550, kind: 'purchase', timeoutS: 30 } as const
let timers: VirtualTimers
let reader: Reader
let simulator: ReaderSimulator
let reads: CardRead[]

async function plugIn(parts: ReaderSimulatorParts = {}): Promise<void> {
  timers = new VirtualTimers()
  simulator = makeReaderSimulator('idtech-neo2', { timers, ...parts })
  const transport = memoryHid('hid', (device) => simulator.accept(device, 'hid'))
  reader = neo2Reader({ transport, via: 'hid', timers })
  reads = []
  reader.onRead((read) => reads.push(read))
  await reader.open()
}
/** Asked for, presented, and all that follows at once has followed. */
async function present(entry: CardEntry, card = testCard): Promise<CardRead | undefined> {
  expect(await timers.until(reader.ask?.(request) ?? Promise.reject())).toEqual({ ok: true })
  await timers.advance(1)
  await simulator.swipe(card, entry)
  await timers.advance(20)
  return reads.at(-1)
}
beforeEach(() => plugIn())
afterEach(() => reader.close())

test.each(['tdes', 'aes'] as const)(
  'chip and contactless cards come as %s objects that only the key opens',
  async (cipher) => {
    await plugIn({ cipher })
    for (const entry of ['insert', 'tap'] as const) {
      const read = await present(entry)
      if (read?.kind !== 'paymentCard') throw new Error(JSON.stringify(read))
      expect(read).toMatchObject({
        entry,
        fallback: false,
        maskedPan: '516794******3315',
        encrypted: { algorithm: cipher },
      })
      const { ksn, parts } = read.encrypted
      const key = dataKey(testBaseKey, Buffer.from(ksn, 'hex'))
      const [track2, number] = parts.map(({ ciphertext }) =>
        decryptChain(cipher, key, Buffer.from(ciphertext, 'hex')).toString('hex'),
      )
      expect(parts.map(({ holds }) => holds)).toEqual(['tag57', 'tag5A'])
      expect(track2).toMatch(/^571[0-9a-f]5167940000003315d2812/)
      expect(number).toMatch(/^5a085167940000003315/)
    }
  },
)

test('a reader without keys is said to have none, by chip as by stripe', async () => {
  for (const entry of ['insert', 'swipe'] as const) {
    simulator.setFault('unencrypted')
    expect(await present(entry)).toEqual({ kind: 'unreadable', reason: 'notEncrypted' })
  }
})

test('a house card on the antenna is the reader’s own refusal, with its code', async () => {
  expect(await present('tap', loyaltyCard)).toEqual({ kind: 'unreadable', reason: 'cardError', code: '27' })
})

test('nobody comes: the reader says so itself, and may be asked again', async () => {
  await timers.until(reader.ask?.(request) ?? Promise.reject())
  await timers.advance(30_500)
  expect(reads).toEqual([{ kind: 'unreadable', reason: 'noCard', code: '08' }])
  expect(await present('swipe')).toMatchObject({ kind: 'paymentCard' })
})

test('a reader that never answers is given up', async () => {
  simulator.setFault('silent', 99)
  expect(await timers.until(reader.check())).toMatchObject({ ok: false, reason: 'noAnswer' })
  await timers.until(reader.ask?.(request) ?? Promise.reject())
  await timers.advance(29_000)
  expect(reads).toEqual([])
  await timers.advance(4_000)
  expect(reads).toEqual([{ kind: 'unreadable', reason: 'noCard' }])
  await timers.until(reader.ask?.(request) ?? Promise.reject())
  expect(await timers.until(reader.cancel?.() ?? Promise.reject())).toEqual({ ok: false, reason: 'noAnswer' })
})

test('a cancelled question takes no card, and what the reader is asked meanwhile does not end it', async () => {
  await timers.until(reader.ask?.(request) ?? Promise.reject())
  expect(await reader.ask?.(request)).toEqual({ ok: false, reason: 'refused' })
  expect(await reader.check()).toEqual({ ok: true, text: 'waiting for a card' })
  expect(await timers.until(reader.cancel?.() ?? Promise.reject())).toEqual({ ok: true })
  await simulator.swipe(testCard)
  await timers.advance(40_000)
  expect(reads).toEqual([])
  expect(await timers.until(reader.check())).toEqual({ ok: true, text: 'VP3300 USB NEO v1.01.151' })
})

test.each([-1, 0.5, 1_000_000_000_000])('an amount of %s is not sent', async (amountMinor) => {
  expect(await reader.ask?.({ ...request, amountMinor })).toEqual({ ok: false, reason: 'refused' })
})

test('what nobody plugged in cannot be asked', async () => {
  const alone = neo2Reader({
    transport: memoryHid('hid', () => {
      throw new Error('empty')
    }),
    via: 'hid',
    timers,
  })
  await alone.open()
  expect(await alone.check()).toMatchObject({ ok: false, reason: 'unreachable' })
  expect(await alone.ask?.(request)).toEqual({ ok: false, reason: 'unreachable' })
  expect(await alone.cancel?.()).toEqual({ ok: true })
  await alone.close()
})
