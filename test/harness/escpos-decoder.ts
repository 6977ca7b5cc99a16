import { ByteCursor } from './byte-cursor.ts'
import { EscposLine } from './escpos-line.ts'
import { epsonPages } from './escpos-pages.data.ts'
import type { Piece, Side } from './escpos-pieces.ts'

export interface DecodingOptions {
  /** Dots across: nothing may stand beside them. Default 576. */
  readonly widthDots?: number
  /** Code pages this model knows by other numbers. */
  readonly pages?: Readonly<Record<number, string>>
}

const sides: readonly Side[] = ['left', 'centre', 'right']

/**
 * A second reading of ESC/POS, written from the command reference and from nothing else here: the judge of bytes that
 * were also printed by the simulator. It knows the commands a receipt needs.
 * @throws Error with the offset, on a command it does not know, on bytes that end too early, on what a printer would
 * ignore (a picture inside a line, a cut in the middle of one, a side chosen too late), on dots beside the paper, and
 * on real-time commands among data
 */
export function decodeEscpos(job: Uint8Array, options: DecodingOptions = {}): readonly Piece[] {
  return new Decoder(job, options).decode()
}

class Decoder {
  readonly #in: ByteCursor
  readonly #pages: Readonly<Record<number, string>>
  readonly #pieces: Piece[] = []
  readonly #line: EscposLine
  #page = epsonPages[0] ?? ''
  #bars = { module: 3, figures: 0 }
  #qr = { module: 3, data: '' }

  constructor(job: Uint8Array, { widthDots = 576, pages = {} }: DecodingOptions) {
    this.#in = new ByteCursor(job)
    this.#pages = { ...epsonPages, ...pages }
    this.#line = new EscposLine(widthDots)
  }

  decode(): readonly Piece[] {
    while (!this.#in.atEnd) this.#one()
    if (!this.#line.empty) this.#in.fail('ends inside a line')
    return this.#pieces
  }

  #one(): void {
    const byte = this.#in.byte()
    if (byte >= 0x20) this.#line.character(this.#character(byte), this.#in)
    else if (byte === 0x0a) this.#endLine()
    else if (byte === 0x10) this.#realTime()
    else if (byte === 0x1b) this.#obey(this.#escape, 'ESC')
    else if (byte === 0x1c) this.#obey({ '.': () => undefined }, 'FS')
    else if (byte === 0x1d) this.#obey(this.#group, 'GS')
    else if (byte !== 0x0d) this.#in.fail(`unknown control ${byte.toString(16)}`)
  }

  #obey(commands: Readonly<Record<string, () => void>>, prefix: string): void {
    const letter = this.#in.letter()
    const command = Object.hasOwn(commands, letter) ? commands[letter] : undefined
    if (command === undefined) this.#in.fail(`unknown ${prefix} ${letter}`)
    else command()
  }

  #character(byte: number): string {
    return byte < 0x80
      ? String.fromCharCode(byte)
      : (this.#page[byte - 0x80] ?? this.#in.fail('no character'))
  }

  readonly #escape: Readonly<Record<string, () => void>> = {
    '@': () => {
      this.#line.reset()
      this.#page = this.#pages[0] ?? ''
      this.#bars = { module: 3, figures: 0 }
    },
    t: () => {
      this.#page = this.#pages[this.#in.peek] ?? this.#in.fail(`no code page ${this.#in.peek}`)
      this.#in.byte()
    },
    a: () => {
      this.#mustBeEmpty('ESC a')
      this.#line.side = sides[this.#in.byte() % 48] ?? this.#in.fail('ESC a: no such side')
    },
    E: () => {
      this.#line.bold = (this.#in.byte() & 1) === 1
    },
    '2': () => {
      this.#line.spacing = 30
    },
    '3': () => {
      this.#line.spacing = this.#in.byte()
    },
    J: () => this.#endLine(this.#in.byte()),
    d: () => this.#feedLines(this.#in.byte()),
    $: () => this.#line.moveTo(this.#in.word(), this.#in),
    '\\': () => this.#line.moveTo(this.#line.at + this.#in.signedWord(), this.#in),
    '*': () => this.#line.image(this.#in),
    p: () => this.#kick(),
  }

  readonly #group: Readonly<Record<string, () => void>> = {
    '!': () => {
      const n = this.#in.byte()
      if ((n & 0x88) !== 0) this.#in.fail('GS !: no such size')
      this.#line.wide = (n >> 4) + 1
      this.#line.tall = (n & 7) + 1
    },
    // Units of movement: read here in dots, 203 to the inch; 0 asks for the printer's own.
    P: () => {
      if ([this.#in.byte(), this.#in.byte()].some((n) => n !== 0 && n !== 203))
        this.#in.fail('GS P: not in dots')
    },
    L: () => {
      this.#mustBeEmpty('GS L')
      this.#line.margin(this.#in.word(), this.#in)
    },
    W: () => {
      this.#mustBeEmpty('GS W')
      this.#line.area(this.#in.word(), this.#in)
    },
    H: () => {
      this.#bars.figures = this.#in.byte() % 48
    },
    h: () => void this.#in.within(1, 255),
    w: () => {
      this.#bars.module = this.#in.within(2, 6)
    },
    f: () => void this.#in.within(0, 1),
    k: () => this.#barcode(),
    v: () => this.#raster(),
    V: () => this.#cut(),
    r: () => this.#ask(`GS r ${this.#in.byte()}`),
    a: () => this.#ask(`GS a ${this.#in.byte()}`),
    I: () => this.#ask(`GS I ${this.#in.byte()}`),
    '(': () => this.#long(),
  }

  #endLine(feed = this.#line.spacing): void {
    const line = this.#line.take(feed)
    this.#pieces.push(line ?? { kind: 'feed', dots: feed })
  }

  #feedLines(lines: number): void {
    this.#endLine()
    if (lines > 1) this.#pieces.push({ kind: 'feed', dots: (lines - 1) * this.#line.spacing })
  }

  #mustBeEmpty(what: string): void {
    if (!this.#line.empty) this.#in.fail(`${what} inside a line`)
  }

  #ask(what: string): void {
    this.#pieces.push({ kind: 'ask', what })
  }

  /** DLE EOT n, DLE ENQ n, DLE DC4 1 m t. */
  #realTime(): void {
    const kind = this.#in.byte()
    if (kind === 0x04) this.#ask(`DLE EOT ${this.#in.within(1, 4)}`)
    else if (kind === 0x05) this.#ask(`DLE ENQ ${this.#in.within(1, 2)}`)
    else if (kind !== 0x14 || this.#in.byte() !== 1) this.#in.fail('unknown DLE command')
    else {
      const pin = this.#in.within(0, 1) === 0 ? 2 : 5
      const ms = this.#in.within(1, 8) * 100
      this.#pieces.push({ kind: 'kick', pin, onMs: ms, offMs: ms })
    }
  }

  #kick(): void {
    const pin = this.#in.byte() % 48 === 0 ? 2 : 5
    this.#pieces.push({ kind: 'kick', pin, onMs: this.#in.byte() * 2, offMs: this.#in.byte() * 2 })
  }

  #cut(): void {
    this.#mustBeEmpty('GS V')
    const mode = this.#in.byte()
    if (![0, 1, 48, 49, 65, 66].includes(mode)) this.#in.fail(`GS V: no such cut ${mode}`)
    const fed = mode > 64
    if (fed) this.#in.byte()
    this.#pieces.push({ kind: 'cut', partial: mode === 66 || mode % 48 === 1, fed })
  }

  /** GS v 0 m xL xH yL yH d… */
  #raster(): void {
    this.#mustBeEmpty('GS v 0')
    if (this.#in.byte() !== 0x30 || this.#in.byte() % 48 !== 0) this.#in.fail('GS v: only 0, in normal size')
    const perRow = this.#in.word()
    const rows = this.#in.word()
    if (perRow === 0 || rows === 0) this.#in.fail('GS v 0 without dots')
    if (perRow * 8 > this.#line.areaDots + 7) this.#in.fail('GS v 0 wider than the paper')
    const { data, bytes } = this.#in.data(perRow * rows)
    const black = (x: number, y: number) => (((data[y * perRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1
    const { side, leftDots } = this.#line
    this.#pieces.push({ kind: 'raster', side, leftDots, widthDots: perRow * 8, rows, black, bytes })
  }

  /** GS k 67 n d… (EAN-13) and GS k 73 n d… (Code 128). */
  #barcode(): void {
    this.#mustBeEmpty('GS k')
    const m = this.#in.byte()
    if (m !== 67 && m !== 73) this.#in.fail(`GS k: no symbology ${m} here`)
    const text = Buffer.from(this.#in.data(this.#in.byte()).data).toString('latin1')
    if (m === 67 && !/^\d{12,13}$/.test(text)) this.#in.fail('GS k: EAN-13 is twelve or thirteen figures')
    this.#pieces.push({
      kind: 'code',
      symbology: m === 67 ? 'ean13' : 'code128',
      data: m === 67 ? text : this.#code128(text),
      side: this.#line.side,
      moduleDots: this.#bars.module,
      figures: (['none', 'above', 'below', 'both'] as const)[this.#bars.figures] ?? 'none',
    })
  }

  /** `{A {B {C` choose the set, `{{` is a brace; in C a byte is a pair of figures. */
  #code128(text: string): string {
    if (!/^\{[ABC]/.test(text)) this.#in.fail('GS k: Code 128 begins with its set')
    let set = ''
    return text.replace(
      /\{([ABC{])|([\s\S])/g,
      (_, braced: string | undefined, plain: string | undefined) => {
        if (braced === '{') return '{'
        if (braced !== undefined) {
          set = braced
          return ''
        }
        const code = plain?.charCodeAt(0) ?? 0
        if (plain === '{' || code > (set === 'C' ? 99 : 127))
          this.#in.fail(`GS k: ${code} is not in set ${set}`)
        return set === 'C' ? String(code).padStart(2, '0') : (plain ?? '')
      },
    )
  }

  /** GS ( k for QR and GS ( H for the process id. */
  #long(): void {
    const letter = this.#in.letter()
    const { data } = this.#in.data(this.#in.word())
    if (letter === 'H' && data[0] === 48 && data[1] === 48 && data.length === 6)
      this.#ask(`GS ( H ${Buffer.from(data.subarray(2)).toString('latin1')}`)
    else if (letter === 'k' && data[0] === 0x31) this.#qrFunction(data)
    else this.#in.fail(`unknown GS ( ${letter}`)
  }

  /** Functions 65 model, 67 size, 69 level, 80 data, 81 print. */
  #qrFunction(data: Uint8Array): void {
    const [, fn = 0, n = 0] = data
    if (fn === 0x43 && data.length === 3 && n >= 1 && n <= 16) this.#qr.module = n
    else if (fn === 0x50 && n === 48 && data.length > 3)
      this.#qr.data = Buffer.from(data.subarray(3)).toString('latin1')
    else if (fn === 0x51 && n === 48 && data.length === 3) this.#printQr()
    else if (
      (fn !== 0x41 || n !== 50 || data.length !== 4) &&
      (fn !== 0x45 || n < 48 || n > 51 || data.length !== 3)
    )
      this.#in.fail(`GS ( k: no function ${fn} ${n}`)
  }

  #printQr(): void {
    this.#mustBeEmpty('GS ( k')
    if (this.#qr.data === '') this.#in.fail('GS ( k: no data to print')
    const { data, module: moduleDots } = this.#qr
    this.#pieces.push({
      kind: 'code',
      symbology: 'qr',
      data,
      side: this.#line.side,
      moduleDots,
      figures: 'none',
    })
  }
}
