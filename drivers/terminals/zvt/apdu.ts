/** A command or an answer: `CLASS INSTR LEN DATA` (PA00P016 §3). */
export interface Apdu {
  /** Class and instruction as one number, `0x040f`. */
  readonly control: number
  readonly data: Uint8Array
}

/** Control fields by name; from the till first, then from the terminal. */
export const control = {
  statusEnquiry: 0x0501,
  registration: 0x0600,
  authorisation: 0x0601,
  turnoverTotals: 0x0610,
  repeatReceipt: 0x0620,
  reversal: 0x0630,
  refund: 0x0631,
  endOfDay: 0x0650,
  abort: 0x06b0,
  positive: 0x8000,
  status: 0x040f,
  intermediate: 0x04ff,
  completion: 0x060f,
  aborted: 0x061e,
  printLine: 0x06d1,
  printBlock: 0x06d3,
} as const

/** One byte of length up to 254; `FF` and two, low byte first, beyond. @throws RangeError for more than 65535 bytes */
export function encodeApdu(code: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  const { length } = data
  if (length > 0xffff) throw new RangeError('an APDU holds at most 65535 bytes')
  const size = length < 0xff ? [length] : [0xff, length & 0xff, length >> 8]
  const apdu = new Uint8Array(2 + size.length + length)
  apdu.set([code >> 8, code & 0xff, ...size])
  apdu.set(data, 2 + size.length)
  return apdu
}

export const positiveReply = encodeApdu(control.positive)
/** "Function not possible": the answer to a command that is not known. */
export const notPossibleReply = encodeApdu(0x8483)

/**
 * Reads one APDU that came alone, as in a serial block. A length that is not that of the data is overlooked, as the
 * data has its own ends: real terminals send such. `null`: no header.
 */
export function decodeApdu(bytes: Uint8Array): Apdu | null {
  const [high, low, size] = bytes
  if (high === undefined || low === undefined || size === undefined) return null
  const start = size === 0xff ? 5 : 3
  if (bytes.length < start) return null
  return { control: (high << 8) | low, data: bytes.slice(start) }
}
