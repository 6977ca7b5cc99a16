import { crc16CcittFalse } from '#shared/kernel/crc16.ts'
import { SteppingDecoder } from './stepping-decoder.ts'

/** A response: `status` stands where a command has its sub-command (NEO 2 guide §4.1). */
export interface VivoFrame {
  readonly command: number
  readonly status: number
  readonly data: Uint8Array
}

/** `ViVOtech2` and a zero (NEO 2 guide §4.1). */
const header = Uint8Array.of(0x56, 0x69, 0x56, 0x4f, 0x74, 0x65, 0x63, 0x68, 0x32, 0x00)
/** Header, command, status, two bytes of length; and the CRC behind the data. */
const beforeData = header.length + 4
const crcSize = 2
/** A card read is under 2 KB; far beyond it is nonsense. */
const longestData = 4_096

/** A command as it goes on the wire: its CRC has the low byte first, other than a response's. */
export function encodeCommand(command: number, sub: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  const frame = new Uint8Array(beforeData + data.length + crcSize)
  frame.set(header)
  frame.set([command, sub, data.length >> 8, data.length & 0xff], header.length)
  frame.set(data, beforeData)
  const crc = crc16CcittFalse(frame.subarray(0, -crcSize))
  frame.set([crc & 0xff, crc >> 8], frame.length - crcSize)
  return frame
}

/** Finds responses in a stream. */
export class VivoStream extends SteppingDecoder<VivoFrame> {
  constructor() {
    super(longestData)
  }

  protected step(): boolean {
    const { window } = this
    if (window.length === 0) return false
    if (!this.#startsHere()) {
      const next = window.at(0) === header[0] ? 1 : window.indexOf(header[0] ?? 0)
      this.discard(next)
      return true
    }
    if (window.length < beforeData) return false
    const size = (window.at(12) << 8) | window.at(13)
    if (size > longestData) {
      this.discard(1)
      return true
    }
    const end = beforeData + size + crcSize
    if (window.length < end) return false
    const crc = crc16CcittFalse(window.view(0, end - crcSize))
    if (crc === ((window.at(end - 2) << 8) | window.at(end - 1))) {
      const item = {
        command: window.at(10),
        status: window.at(11),
        data: window.view(beforeData, end - crcSize).slice(),
      }
      this.tell({ type: 'item', item })
      window.drop(end)
    } else {
      this.tell({ type: 'broken', reason: 'badCheck' })
      this.discard(1)
    }
    return true
  }

  protected begins(): boolean {
    return this.window.length > header.length && this.#startsHere()
  }

  /** Whether what is held so far is, or could become, a header. */
  #startsHere(): boolean {
    const count = Math.min(this.window.length, header.length)
    for (let at = 0; at < count; at++) if (this.window.at(at) !== header[at]) return false
    return true
  }
}
