import { crc16CcittFalse } from '#shared/kernel/crc16.ts'

/**
 * The reader's own reading and writing of ViVOtech2 frames (NEO 2 guide §3.3, §4.1), apart from the till's on
 * purpose.
 */
const magic = Buffer.from('ViVOtech2\0', 'latin1')

export interface Command {
  readonly number: number
  readonly sub: number
  readonly data: Buffer
  /** `false`: its CRC, low byte first, does not agree. */
  readonly sound: boolean
}

/** A response: status where a command has its sub-command, CRC high byte first. */
export function response(number: number, status: number, data: Uint8Array = new Uint8Array()): Buffer {
  const head = Buffer.of(number, status, data.length >> 8, data.length & 0xff)
  const frame = Buffer.concat([magic, head, data])
  const crc = crc16CcittFalse(frame)
  return Buffer.concat([frame, Buffer.of(crc >> 8, crc & 0xff)])
}

/** A response in reports of 64 bytes: 1 whole; 2 first, 3 between, 4 last. */
export function responseReports(frame: Uint8Array): readonly Uint8Array[] {
  const pieces: Buffer[] = []
  for (let at = 0; at < frame.length; at += 63) {
    const piece = Buffer.alloc(64)
    piece[0] = at === 0 ? 2 : 3
    piece.set(frame.subarray(at, at + 63), 1)
    pieces.push(piece)
  }
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) only[0] = 1
  else pieces.at(-1)?.writeUInt8(4, 0)
  return pieces
}

/** Collects commands from either wire. */
export class CommandReader {
  readonly #via: 'serial' | 'hid'
  #held = Buffer.alloc(0)

  constructor(via: 'serial' | 'hid') {
    this.#via = via
  }

  feed(bytes: Uint8Array): readonly Command[] {
    if (this.#via === 'serial') return this.#take(bytes)
    const id = bytes[0]
    if (id === 1 || id === 2) this.#held = Buffer.alloc(0)
    const commands = this.#take(bytes.subarray(1))
    if (id === 1 || id === 4) this.#held = Buffer.alloc(0)
    return commands
  }

  #take(bytes: Uint8Array): readonly Command[] {
    this.#held = Buffer.concat([this.#held, bytes])
    const commands: Command[] = []
    for (;;) {
      const from = this.#held.indexOf(magic)
      if (from < 0) {
        this.#held = this.#held.subarray(Math.max(0, this.#held.length - magic.length))
        return commands
      }
      this.#held = this.#held.subarray(from)
      const end = this.#held.length < 14 ? Number.POSITIVE_INFINITY : 16 + this.#held.readUInt16BE(12)
      if (this.#held.length < end) return commands
      const frame = this.#held.subarray(0, end)
      this.#held = this.#held.subarray(end)
      const crc = crc16CcittFalse(frame.subarray(0, -2))
      commands.push({
        number: frame.readUInt8(10),
        sub: frame.readUInt8(11),
        data: frame.subarray(14, -2),
        sound: frame.readUInt16LE(frame.length - 2) === crc,
      })
    }
  }
}
