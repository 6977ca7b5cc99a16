import type { PrinterFault } from '../../printer.ts'

/** What `~HS` answers, as far as a job cares (ZPL II guide, Host Status Return). */
export interface HostStatus {
  readonly paperOut: boolean
  readonly paused: boolean
  /** Formats in the receive buffer, begun or not. */
  readonly formats: number
  /** A format has begun and not ended: the rest of a broken job, unless one is being sent. */
  readonly partial: boolean
  readonly tooHot: boolean
  readonly headUp: boolean
  readonly ribbonOut: boolean
  /** Labels of the format that prints that are still to come. */
  readonly remaining: number
}

/** What a person should mend first; `null`: nothing. An open head also reads as paused, as does an empty roll. */
export function faultOf(status: HostStatus): PrinterFault | null {
  if (status.headUp) return 'coverOpen'
  if (status.paperOut) return 'paperOut'
  return status.paused || status.ribbonOut || status.tooHot ? 'offline' : null
}

/** Nothing is left to print. */
export const isIdle = ({ formats, partial, remaining }: HostStatus): boolean =>
  formats === 0 && !partial && remaining === 0

const STX = 0x02
const ETX = 0x03
/** The longest of the three lines has 40 characters. */
const longestLine = 96

/**
 * Reads the three lines of an answer, `STX … ETX CR LF` each, out of whatever else the line carries. A status comes
 * with the second: the third has nothing that a job needs.
 */
export class HostStatusReader {
  #line: number[] | null = null
  #first: readonly string[] | null = null
  /** Bytes that belonged to no line. */
  discarded = 0

  read(bytes: Uint8Array): readonly HostStatus[] {
    const found: HostStatus[] = []
    for (const byte of bytes) {
      const line = this.#step(byte)
      const status = line === null ? null : this.#take(line.split(','))
      if (status !== null) found.push(status)
    }
    return found
  }

  /** @returns a line that is whole */
  #step(byte: number): string | null {
    if (byte === STX) {
      this.discarded += this.#line?.length ?? 0
      this.#line = []
      return null
    }
    if (this.#line === null) {
      if (byte !== 0x0d && byte !== 0x0a) this.discarded++
      return null
    }
    if (byte === ETX) {
      const line = String.fromCharCode(...this.#line)
      this.#line = null
      return line
    }
    this.#line.push(byte)
    if (this.#line.length > longestLine) {
      this.discarded += this.#line.length
      this.#line = null
    }
    return null
  }

  /** aaa,b,c,dddd,eee,f,g,h,iii,j,k,l and mmm,n,o,p,q,r,s,t,uuuuuuuu,v,www: told apart by their number of fields. */
  #take(fields: readonly string[]): HostStatus | null {
    if (fields.length === 12) {
      this.#first = fields
      return null
    }
    const first = this.#first
    if (fields.length !== 11 || first === null) return null
    this.#first = null
    return {
      paperOut: first[1] === '1',
      paused: first[2] === '1',
      formats: Number(first[4]),
      partial: first[7] === '1',
      tooHot: first[11] === '1',
      headUp: fields[2] === '1',
      ribbonOut: fields[3] === '1',
      remaining: Number(fields[8]),
    }
  }
}
