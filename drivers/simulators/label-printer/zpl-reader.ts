/** One command as it stood in the stream. `data`: one character a byte, control characters left out. */
export interface ZplCommand {
  /** `^FD`, `~HS`; `^A` with the letter of the font at the beginning of its data. */
  readonly name: string
  readonly data: string
}

/** Without parameters: obeyed when the last letter is in, not when the next command begins. */
const complete = new Set(['^XA', '^XZ', '^FS', '~HS', '~JA', '~JX', '~PS', '~PP'])

/** A picture of the largest label in plain hexadecimal. */
const longestCommand = 512 * 1024

/**
 * Commands out of a stream, whatever pieces it comes in. `^` and `~` begin one wherever they stand: no data can hold
 * them. Memory is bounded; what no command is made of is told to `onStray`.
 */
export class ZplReader {
  readonly #onStray: (what: string) => void
  /** The command being read, from its prefix on; empty: between commands. */
  #text = ''
  #skipping = false

  constructor(onStray: (what: string) => void) {
    this.#onStray = onStray
  }

  read(bytes: Uint8Array): readonly ZplCommand[] {
    const found: ZplCommand[] = []
    for (const byte of bytes) {
      const char = String.fromCharCode(byte)
      if (char === '^' || char === '~') {
        if (this.#text !== '') found.push(...this.#taken())
        this.#text = char
        this.#skipping = false
      } else if (byte >= 0x20) this.#more(char)
      if (complete.has(this.#text.toUpperCase())) found.push(...this.#taken())
    }
    return found
  }

  /** Power is gone, and what was half read with it. */
  forget(): void {
    this.#text = ''
    this.#skipping = false
  }

  #more(char: string): void {
    if (this.#skipping) return
    if (this.#text === '') {
      this.#onStray(`stray ${JSON.stringify(char)} between commands`)
      this.#skipping = true
      return
    }
    this.#text += char
    if (this.#text.length <= longestCommand) return
    this.#onStray(`a command of more than ${longestCommand} characters is dropped`)
    this.#text = ''
    this.#skipping = true
  }

  #taken(): readonly ZplCommand[] {
    const text = this.#text
    this.#text = ''
    const isFont = text[1]?.toUpperCase() === 'A' && text[0] === '^'
    const length = isFont ? 2 : 3
    if (text.length < length) {
      this.#onStray(`half a command: ${text}`)
      return []
    }
    return [{ name: text.slice(0, length).toUpperCase(), data: text.slice(length) }]
  }
}
