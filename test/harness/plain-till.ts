import {
  type AcquirerSimulator,
  type AcquirerSimulatorOptions,
  acquirerSimulator,
} from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import { VirtualTimers } from './virtual-timers.ts'

/** Bars are only for reading. */
export const plain = (barred: string): string => barred.replace(/\|/g, '')

/** DE 11 41 42 70. */
export const signOn = '0800|8020000000C00000|0400000000000000|000001|TILL0001|ARTISAN00000001|001'

const digits = (value: number, count: number): string => String(value).padStart(count, '0')

export interface PlainBatch {
  readonly mti?: string
  readonly stan?: number
  readonly batch?: number
  /** How many and how much, centimes. */
  readonly sales?: readonly [number, number]
  readonly refunds?: readonly [number, number]
  readonly saleReversals?: readonly [number, number]
}

/** 0500 in plain ISO 8583:1987, by hand: DE 11 12 13 41 42 49 60 74–77 86–89 97. */
export function plainBatch({
  mti = '0500',
  stan = 123,
  batch = 42,
  sales = [1, 500],
  refunds = [0, 0],
  saleReversals = [0, 0],
}: PlainBatch = {}): string {
  const net = sales[1] - refunds[1] - saleReversals[1]
  return [
    `${mti}|8038000000C08010|0078078080000000|${digits(stan, 6)}|183015|1123|TILL0001|ARTISAN00000001|504|006${digits(batch, 6)}`,
    `${digits(refunds[0], 10)}|0000000000|${digits(sales[0], 10)}|${digits(saleReversals[0], 10)}`,
    `${digits(refunds[1], 16)}|0000000000000000|${digits(sales[1], 16)}|${digits(saleReversals[1], 16)}`,
    `${net < 0 ? 'C' : 'D'}${digits(Math.abs(net), 16)}`,
  ].join('|')
}

export interface PlainRecord {
  readonly mti?: string
  readonly stan: number
  readonly minor: number
  readonly processing?: string
  readonly rrn?: string
  readonly batch?: number
}

/** 0320 by hand: DE 3 4 11 12 13 37 38 41 42 49 60. */
export const plainRecord = ({
  mti = '0320',
  stan,
  minor,
  processing = '000000',
  rrn = '000000000007',
  batch = 42,
}: PlainRecord): string =>
  `${mti}|303800000CC08010|${processing}|${digits(minor, 12)}|${digits(stan, 6)}|101500|1123|${rrn}|AB1234|TILL0001|ARTISAN00000001|504|006${digits(batch, 6)}`

/** 0420 by hand: DE 3 4 11 41 42 49 90. @param original STAN of the 0200 it takes back */
export const plainReversal = (mti: string, stan: number, minor: number, original: number): string =>
  `${mti}|B020000000C08000|0000004000000000|000000|${digits(minor, 12)}|${digits(stan, 6)}|TILL0001|ARTISAN00000001|504|` +
  `0200|${digits(original, 6)}|1123091500|00000000000|00000000000`

/** DE 39 of an answer in text: it stands before DE 41. '': there is none, or no answer. */
export const codeOf = ([answer = '']: readonly string[]): string => /(..)TILL0001/.exec(answer)?.[1] ?? ''

/**
 * A till that knows nothing of any codec, on a line to a simulated host: text out, text in, two bytes of length before
 * each.
 */
export function plainTill(
  options: AcquirerSimulatorOptions = {},
  timers: VirtualTimers = new VirtualTimers(),
  host: AcquirerSimulator = acquirerSimulator({
    timers,
    clock: () => ({ utcMs: Date.UTC(2026, 10, 23, 18, 30) + timers.nowMs() }),
    ...options,
  }),
) {
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
  const till = {
    host,
    timers,
    isOpen: () => isOpen,
    /** Another one on a line of its own. */
    another: () => plainTill(options, timers, host),
    /** Sends these bytes, lets time pass, and gives the messages that came meanwhile. @param ms default: a second */
    async sendBytes(bytes: Uint8Array, ms = 1_000): Promise<readonly string[]> {
      heard = Buffer.alloc(0)
      await near.write(bytes).catch(() => undefined)
      // A file knows no virtual time: the answer is due only once its line is written.
      await host.kept().catch(() => undefined)
      await timers.advance(ms)
      const messages: string[] = []
      while (heard.length >= 2) {
        const end = 2 + heard.readUInt16BE(0)
        messages.push(heard.subarray(2, end).toString('latin1'))
        heard = heard.subarray(end)
      }
      return messages
    },
    send(barred: string, ms?: number): Promise<readonly string[]> {
      return till.sendBytes(frameOf(barred), ms)
    },
    async signedOn() {
      await till.send(signOn)
      return till
    },
  }
  return till
}

export function frameOf(barred: string): Buffer {
  const body = Buffer.from(plain(barred), 'latin1')
  return Buffer.concat([Buffer.of(body.length >> 8, body.length & 0xff), body])
}
