import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { StxEtxReader, stxEtxFrame } from '#drivers/framing/stx-etx-lrc.ts'
import { checkOf, frameOf, readSale, writeAnswer } from '#drivers/simulators/terminal/concert/codec.ts'
import { judgeAnswer, readAnswer } from '#drivers/terminals/concert/answer.ts'
import { type Asked, askedOf, encodeRequest } from '#drivers/terminals/concert/request.ts'
import { dirham } from '#shared/money/amount.ts'

/** Driver and simulator have a codec each; both are held against what others agree on, so that no shared bug hides. */
const vectors = JSON.parse(
  readFileSync(new URL('../fixtures/concert/vectors.json', import.meta.url), 'utf8'),
) as {
  readonly frame: { readonly data: string; readonly hex: string }
  readonly requests: readonly {
    readonly name: string
    readonly data: string
    readonly lrc: string
    readonly amountMinor: number
    readonly type: string
    readonly currency: string
    readonly wantsReport: boolean
  }[]
  readonly answers: readonly {
    readonly name: string
    readonly data: string
    readonly lrc: string
    readonly result: string
    readonly amountMinor: number
    readonly currency: string
    readonly reference: string
  }[]
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (data: Uint8Array): string => new TextDecoder().decode(data)
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex')
const blank = ' '.repeat(10)

test('the whole frame, byte by byte, from both', () => {
  const { data, hex: expected } = vectors.frame
  expect(hex(stxEtxFrame(bytes(data)))).toBe(expected)
  expect(hex(frameOf(data))).toBe(expected)
})

describe.each([...vectors.requests, ...vectors.answers])('$name', ({ data, lrc }) => {
  test('its check is what others compute', () => {
    expect(hex(stxEtxFrame(bytes(data)).subarray(-1))).toBe(lrc)
    expect(checkOf(data)).toBe(Number.parseInt(lrc, 16))
    const wire = Uint8Array.of(0x02, ...bytes(data), 0x03, Number.parseInt(lrc, 16))
    expect(new StxEtxReader(80).feed(wire)).toEqual([{ kind: 'frame', data: bytes(data) }])
  })
})

test.each(vectors.requests)('$name is understood by the simulated terminal', (vector) => {
  const { amountMinor, type, currency, wantsReport } = vector
  expect(readSale(vector.data)).toEqual({
    pos: '01',
    amountMinor,
    wantsReport,
    mode: '1',
    type,
    currency,
    privateField: blank,
    answersAtOnce: false,
  })
  // Protocol E ends before the delay.
  expect(readSale(vector.data.slice(0, 26))).toMatchObject({ amountMinor, type, answersAtOnce: false })
  expect(readSale(vector.data.slice(0, 30))).toBeNull()
})

test.each([
  ['MAD 125.50', 'debit', 12_550],
  ['MAD 50.00, credit', 'credit', 5_000],
] as const)(
  '%s is what the driver writes, but for the card asked for and its own number',
  (name, kind, minor) => {
    const vector = vectors.requests.find((each) => each.name === name)
    const asked = askedOf('01', kind, { amount: dirham(minor), sequence: 7 })
    const written = text(encodeRequest({ ...asked, reference: blank }))
    expect(`${written.slice(0, 10)}0${written.slice(11)}`).toBe(vector?.data)
    expect(written[10]).toBe('1')
    expect(text(encodeRequest(asked)).slice(16, 26)).toBe('0000000007')
  },
)

test.each(vectors.answers)('$name is read by the driver and written by the simulator', (vector) => {
  const { data, result, amountMinor, currency, reference } = vector
  const amount = String(amountMinor).padStart(8, '0')
  expect(readAnswer(bytes(data))).toEqual({
    till: '01',
    result,
    amount,
    mode: '1',
    maskedPan: null,
    currency,
    reference,
  })
  const written = {
    pos: '01',
    result,
    amountMinor,
    mode: '1',
    report: null,
    currency,
    privateField: reference,
  }
  expect(writeAnswer(written)).toBe(data)

  const asked: Asked = { till: '01', amount, kind: 'debit', reference }
  const expected = currency !== '504' ? 'contradictory' : result === '0' ? 'approved' : 'declined'
  expect(judgeAnswer(bytes(data), asked).kind).toBe(expected)
  // Blank or zeros where our number was: believed by the rest, and marked as not naming the sale.
  const unnamed = judgeAnswer(bytes(data), { ...asked, reference: '0000000007' })
  expect(unnamed).toMatchObject(
    expected === 'contradictory' ? { kind: 'notOurs' } : { kind: expected, named: false },
  )
})
