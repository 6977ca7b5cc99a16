import { longestScan, type Scan } from './scan.ts'

/**
 * Input report of a scanner on the POS page 8C, as Honeywell and kin send it: id 02, length, AIM identifier of three
 * characters, up to 56 bytes of data, filler, and at its end whether more of the same code follows.
 */
const layout = { id: 0x02, length: 1, symbology: 2, data: 5, most: 56, size: 64 } as const
/** Answers to commands carry this identifier and are no code. */
const menuAnswer = ']Z6'

/** Reads codes from such reports. Pure and bounded. */
export class PosReports {
  #pieces: Uint8Array[] = []
  #held = 0
  #tooLong = false

  feed(report: Uint8Array): readonly Scan[] {
    const length = report[layout.length] ?? 0
    if (report.length !== layout.size || report[0] !== layout.id || length > layout.most) return []
    this.#keep(report.slice(layout.data, layout.data + length))
    if (report[layout.size - 1] === 1) return []
    const symbology = String.fromCharCode(...report.subarray(layout.symbology, layout.data))
    const text = decode(this.#pieces)
    const good = text !== '' && !this.#tooLong && symbology !== menuAnswer
    this.silence()
    return good ? [{ text, symbology: /^\][A-Za-z]\w$/.test(symbology) ? symbology : null }] : []
  }

  /** The rest of a code never came. */
  silence(): void {
    this.#pieces = []
    this.#held = 0
    this.#tooLong = false
  }

  get halfway(): boolean {
    return this.#pieces.length > 0
  }

  #keep(piece: Uint8Array): void {
    if (this.#held + piece.length > longestScan) this.#tooLong = true
    if (this.#tooLong) return
    this.#held += piece.length
    this.#pieces.push(piece)
  }
}

/** UTF-8, or Latin-1 where it is none; line ends that a scanner was set to add are no part of the code. */
function decode(pieces: readonly Uint8Array[]): string {
  const bytes = Buffer.concat(pieces)
  const utf8 = bytes.toString('utf8')
  return (utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8).replace(/[\r\n\t]+$/, '')
}
