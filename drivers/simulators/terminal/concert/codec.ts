/** The terminal's own reading of requests and writing of answers, apart from the driver's on purpose. */

export const control = { enq: 0x05, ack: 0x06, nak: 0x15, eot: 0x04, stx: 0x02, etx: 0x03 } as const

export interface SaleRequest {
  readonly pos: string
  readonly amountMinor: number
  readonly wantsReport: boolean
  readonly mode: string
  readonly type: string
  readonly currency: string
  readonly privateField: string
  /** `A011`: answered when it is taken, not when it is done. */
  readonly answersAtOnce: boolean
}

/** Protocol E: 26 characters; E+ adds delay and authorisation. */
const shape =
  /^(?<pos>\d\d)(?<amount>\d{8})(?<flag>[01])(?<mode>[0-9A-Z])(?<type>\d)(?<currency>\d{3})(?<own>.{10})(?<plus>A01[01]B01[01])?$/

/** `null`: no request of protocol E or E+. @param text what stood between STX and ETX */
export function readSale(text: string): SaleRequest | null {
  const found = shape.exec(text)?.groups
  if (found === undefined) return null
  const { pos = '', amount = '', flag, mode = '', type = '', currency = '', own = '', plus = '' } = found
  return {
    pos,
    amountMinor: Number.parseInt(amount, 10),
    wantsReport: flag === '1',
    mode,
    type,
    currency,
    privateField: own,
    answersAtOnce: plus.startsWith('A011'),
  }
}

export interface SaleAnswer {
  readonly pos: string
  readonly result: string
  readonly amountMinor: number
  readonly mode: string
  /** Card number and what follows it; `null`: the short answer. */
  readonly report: string | null
  readonly currency: string
  readonly privateField: string
}

/** What stands between STX and ETX. */
export const writeAnswer = (answer: SaleAnswer): string =>
  [
    answer.pos,
    answer.result,
    `0000000${answer.amountMinor}`.slice(-8),
    answer.mode,
    answer.report === null ? '' : answer.report.padEnd(55, ' ').slice(0, 55),
    answer.currency,
    answer.privateField,
  ].join('')

/** Exclusive or of the text and ETX. */
export function checkOf(text: string): number {
  return [...text].reduce<number>((sum, char) => sum ^ char.charCodeAt(0), control.etx)
}

export const frameOf = (text: string, check = checkOf(text)): Uint8Array =>
  Uint8Array.from([control.stx, ...[...text].map((char) => char.charCodeAt(0)), control.etx, check])
