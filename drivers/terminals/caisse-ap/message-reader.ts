import { ByteWindow } from '#drivers/framing/byte-window.ts'

/**
 * Caisse-AP over IP has no frames: a message is `TAG(2 letters) LEN(3 digits) VALUE(LEN bytes)` again and again,
 * `CZ` first, and it ends where the next `CZ` begins, where the bytes are no field any more, or where nothing more
 * comes. The last is the reader's owner's to decide; one `recv` is not a message, and taking it for one has lost
 * approvals in the field.
 */
export interface CaisseApMessage {
  readonly fields: ReadonlyMap<string, string>
  /** A tag came twice with different values. */
  readonly contradictsItself: boolean
}

export type ReaderEvent =
  | { readonly kind: 'message'; readonly message: CaisseApMessage }
  /** Bytes that belong to no message, how many. */
  | { readonly kind: 'discarded'; readonly bytes: number }

const headerLength = 5
/** Every message begins with `CZ` and a version of four digits; anything else is not a beginning. */
const versionLength = 4
/** `CZ`. */
const versionTag = [0x43, 0x5a] as const
/** Bytes of the longest message believed; real ones have some hundred. What is longer is dropped. */
const longest = 8_192

/** Bytes, cut anywhere, to messages. Holds one message of at most `longest` bytes. */
export class CaisseApReader {
  readonly #window = new ByteWindow(2 * longest)
  /** Whole fields so far: where each one begins. Offsets of the window. */
  #starts: number[] = []
  /** Where the next field begins. */
  #next = 0
  /** How much must be there before there is anything to parse. */
  #needed = headerLength
  #discarded = 0

  feed(bytes: Uint8Array): readonly ReaderEvent[] {
    const events: ReaderEvent[] = []
    for (let from = 0; from < bytes.length; ) {
      from += this.#window.push(bytes, from)
      this.#parse(events)
    }
    this.#tellDiscarded(events)
    return events
  }

  /** What came of a message so far, whole fields only. `null`: nothing. */
  peek(): CaisseApMessage | null {
    return this.#starts.length === 0 ? null : this.#message()
  }

  /** Whether a field was begun that is not finished. */
  get unfinished(): boolean {
    return this.#window.length > this.#next
  }

  /** Nothing more comes: what is there is the message, and a field that was begun is dropped. */
  end(): readonly ReaderEvent[] {
    const events: ReaderEvent[] = []
    this.#finish(events)
    this.#discard(this.#window.length)
    this.#tellDiscarded(events)
    return events
  }

  #parse(events: ReaderEvent[]): void {
    for (;;) {
      if (this.#window.length < this.#needed) return
      this.#needed = this.#next + headerLength
      if (this.#window.length < this.#needed) return
      const length = this.#valueLength(this.#next)
      const begins = length === versionLength && this.#isVersion(this.#next)
      if (this.#starts.length === 0) {
        if (!begins) {
          this.#discard(this.#window.at(0) === versionTag[0] ? 1 : this.#window.indexOf(versionTag[0]))
          continue
        }
      } else if (begins || length < 0) {
        this.#finish(events)
        continue
      } else if (this.#next > longest) {
        // However well it is formed, this is no message.
        this.#discard(this.#next)
        continue
      }
      this.#needed += length
      if (this.#window.length < this.#needed) return
      this.#starts.push(this.#next)
      this.#next = this.#needed
    }
  }

  /** Value bytes of the field whose header stands there; -1: that is no header. */
  #valueLength(at: number): number {
    const window = this.#window
    if (!isLetter(window.at(at)) || !isLetter(window.at(at + 1))) return -1
    let length = 0
    for (let i = 2; i < headerLength; i++) {
      const digit = window.at(at + i) - 0x30
      if (digit < 0 || digit > 9) return -1
      length = length * 10 + digit
    }
    return length
  }

  #isVersion(at: number): boolean {
    return this.#window.at(at) === versionTag[0] && this.#window.at(at + 1) === versionTag[1]
  }

  #message(): CaisseApMessage {
    // Values are ASCII; any other byte stands for itself, so that lengths stay what they are.
    const text = latin1.decode(this.#window.view(0, this.#next))
    const fields = new Map<string, string>()
    let contradictsItself = false
    for (const [index, start] of this.#starts.entries()) {
      const tag = text.slice(start, start + 2)
      const value = text.slice(start + headerLength, this.#starts[index + 1] ?? this.#next)
      contradictsItself ||= (fields.get(tag) ?? value) !== value
      fields.set(tag, value)
    }
    return { fields, contradictsItself }
  }

  #finish(events: ReaderEvent[]): void {
    if (this.#starts.length === 0) return
    this.#tellDiscarded(events)
    events.push({ kind: 'message', message: this.#message() })
    this.#drop(this.#next)
  }

  #discard(bytes: number): void {
    this.#discarded += bytes
    this.#drop(bytes)
  }

  #drop(bytes: number): void {
    this.#window.drop(bytes)
    this.#starts = []
    this.#next = 0
    this.#needed = headerLength
  }

  #tellDiscarded(events: ReaderEvent[]): void {
    if (this.#discarded > 0) events.push({ kind: 'discarded', bytes: this.#discarded })
    this.#discarded = 0
  }
}

const isLetter = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a
const latin1 = new TextDecoder('latin1')
