import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { type AcquirerSimulatorOptions, acquirerSimulator } from './acquirer-simulator.ts'
import { iso87 } from './wire/dialects/iso87.data.ts'

/** A client that knows nothing of any codec: text out, text in, two bytes of length before each. */
function till(options: AcquirerSimulatorOptions = {}) {
  const timers = new VirtualTimers()
  const reports: string[] = []
  const host = acquirerSimulator({
    timers,
    clock: () => ({ utcMs: Date.UTC(2026, 10, 23, 18, 30) + timers.nowMs() }),
    onReport: (line) => reports.push(line),
    ...options,
  })
  const [near, far] = linkPair()
  host.accept(far)
  let heard = Buffer.alloc(0)
  let isOpen = true
  near.onData((bytes) => {
    heard = Buffer.concat([heard, bytes])
  })
  near.onClose(() => {
    isOpen = false
  })
  const client = {
    host,
    timers,
    reports,
    isOpen: () => isOpen,
    /** Sends these bytes, lets a second pass, and gives the messages that came meanwhile. */
    async sendBytes(bytes: Uint8Array, ms = 1_000): Promise<readonly string[]> {
      heard = Buffer.alloc(0)
      await near.write(bytes)
      await timers.advance(ms)
      const messages: string[] = []
      while (heard.length >= 2) {
        const end = 2 + heard.readUInt16BE(0)
        messages.push(heard.subarray(2, end).toString('latin1'))
        heard = heard.subarray(end)
      }
      return messages
    },
    send(message: string): Promise<readonly string[]> {
      const body = Buffer.from(plain(message), 'latin1')
      return client.sendBytes(Buffer.concat([Buffer.of(body.length >> 8, body.length & 0xff), body]))
    },
    async signedOn() {
      await client.send(signOn)
      return client
    },
  }
  return client
}

const plain = (barred: string): string => barred.replace(/\|/g, '')

/** Bars only for reading. DE 11 41 42 70. */
const signOn = '0800|8020000000C00000|0400000000000000|000001|TILL0001|ARTISAN00000001|001'

/** DE 11 12 13 15 24 37 41 42 49 60 74–77 86–89 97 99, as three independent encoders write it. */
const golden =
  '0500|803A010008C08010|00780780A0000000|000123|183015|1123|1123|001|632718000123|TILL0001|ARTISAN00000001|504|' +
  '009|006000042|0000000003|0000000000|0000000017|0000000001|' +
  '0000000000045000|0000000000000000|0000000001234550|0000000000012000|D0000000001177550|11|12345678901'

/** Its DE 60 has nine digits. */
const ofNineDigits = { ...iso87, talk: { ...iso87.talk, batchNumber: { field: 60, digits: 9 } } }

test('agrees to the golden vector and tells its own totals', async () => {
  const { send, host } = await till({ dialect: ofNineDigits }).signedOn()
  expect(plain(golden).length).toBe(243)
  expect(await send(golden)).toEqual([
    plain(
      '0510|803A01000AC08010|40780780A0000000|000123|183015|1123|1123|001|632718000123|00|TILL0001|ARTISAN00000001|504|' +
        '009|006000042|1|0000000003|0000000000|0000000017|0000000001|' +
        '0000000000045000|0000000000000000|0000000001234550|0000000000012000|D0000000001177550|11|12345678901',
    ),
  ])
  expect(host.books()).toMatchObject({
    batches: [{ terminal: 'ARTISAN00000001/TILL0001', number: 6_000_042, state: 'agreed' }],
    sums: { agreed: { batches: 1, net: 1_177_550 } },
    violations: [],
  })
})
