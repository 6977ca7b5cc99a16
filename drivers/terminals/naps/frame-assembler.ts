import { TolerantText } from '#drivers/framing/tolerant-text.ts'
import type { NapsMessage } from './message.ts'
import { scanReceipt } from './receipt.ts'
import { isSuccess, tag } from './tags.ts'

export type AssemblerEvent =
  | { readonly type: 'message'; readonly message: NapsMessage }
  /** Characters that were no message. Only counted: they may hold a card number. */
  | { readonly type: 'discarded'; readonly characters: number }

/** A receipt is at most 3500 characters; a message far beyond it is nonsense. */
const longestMessage = 16_384
/** What every message carries (guide v1.1 §III.2). */
const envelope = [tag.type, tag.station, tag.sequence, tag.date, tag.time]
/** Answers that carry a receipt when they succeed. */
const withReceipt = ['101', '102', '104', '108', '110', '111', '113']
/** Fixed-width fields may be a little off in the wild, never a receipt long. */
const longestShortField = 64
const longFields: readonly string[] = [tag.receipt, '011', '016', '022', '023', tag.answerText, '026']

/**
 * Finds messages in a stream of bytes. A NAPS message has no header, length or checksum; its end is recognised by what
 * it holds (envelope, response code, closed receipt) and by what follows: `?` or `!`, the next `001`, or silence,
 * which the caller tells with `silence`. Whatever is no message is dropped up to the next `001003`, and counted.
 */
export class NapsFrameAssembler {
  readonly #decoder = new TolerantText()
  #text = ''
  /** Where the message under way begins in `#text`; what is before it is done with. */
  #from = 0
  /** Where its next field begins. */
  #at = 0
  #fields = new Map<string, string>()
  #receiptClosed = false
  #events: AssemblerEvent[] = []

  feed(bytes: Uint8Array): readonly AssemblerEvent[] {
    this.#append(this.#decoder.feed(bytes))
    return this.#run()
  }

  /** Whether silence now would end a message. */
  get endsBySilence(): boolean {
    return this.#fields.size > 0 && this.#at === this.#text.length && this.#isComplete()
  }

  /** Whether what came so far is enough to act on, though more was promised. */
  get stalls(): boolean {
    return this.#fields.size > 0 && this.#isUsable()
  }

  /** Nothing came for a while: what is complete is a message. */
  silence(): readonly AssemblerEvent[] {
    if (this.endsBySilence) this.#emit()
    else if (this.#fields.size > 0 && this.#isUsable() && this.#receiptEndsEarly()) this.#emit()
    return this.#drain()
  }

  /** Nothing more is coming: a message whose receipt was cut is accepted as truncated, the rest is dropped. */
  overdue(): readonly AssemblerEvent[] {
    this.#append(this.#decoder.flush())
    this.#run(false)
    if (this.#fields.size > 0 && this.#isUsable()) {
      this.#at = this.#text.length
      this.#emit()
    }
    this.#discardTo(this.#text.length)
    return this.#drain()
  }

  #append(text: string): void {
    this.#text = this.#text.slice(this.#from) + text
    this.#at -= this.#from
    this.#from = 0
  }

  #run(drain = true): readonly AssemblerEvent[] {
    do {
      while (this.#fields.size === 0 ? this.#findStart() : this.#readField()) {
        // Each turn consumes a field, a message or junk.
      }
    } while (this.#text.length - this.#from > longestMessage && this.#malformed())
    return drain ? this.#drain() : []
  }

  /** Drops what stands before the next message. `true`: there is one. */
  #findStart(): boolean {
    while (isBetween(this.#text.charCodeAt(this.#from))) this.#from++
    const start = this.#text.indexOf('001003', this.#from)
    // The last five characters may be the beginning of a header.
    this.#discardTo(start < 0 ? Math.max(this.#from, this.#text.length - 5) : start)
    if (start < 0 || this.#text.length - this.#from < 9) return false
    if (readNumber(this.#text, this.#from + 6) < 0) {
      this.#discardTo(this.#from + 6)
      return true
    }
    this.#fields.set(tag.type, this.#text.slice(this.#from + 6, this.#from + 9))
    this.#at = this.#from + 9
    return true
  }

  /** Reads one field. `false`: needs more. */
  #readField(): boolean {
    if (this.#at >= this.#text.length) return false
    const next = this.#text.charCodeAt(this.#at)
    if (next === questionMark || next === exclamationMark) return this.#terminator()
    const length = readNumber(this.#text, this.#at + 3)
    const number = readNumber(this.#text, this.#at)
    if (length < 0 || number < 0) return this.#couldBeHeader() ? false : this.#strange()
    if (number > 99 || number <= 1 || isReceiptPart(number)) return this.#strange()
    const name = this.#text.slice(this.#at, this.#at + 3)
    if (length > longestShortField && !longFields.includes(name)) return this.#malformed()
    const start = this.#at + 6
    if (name === tag.receipt && length === 999) return this.#readSaturatedReceipt(start)
    if (this.#text.length < start + length) return false
    const value = this.#text.slice(start, start + length)
    if (this.#fields.has(name) && this.#fields.get(name) !== value) return this.#malformed()
    this.#fields.set(name, value)
    this.#at = start + length
    if (name === tag.receipt) this.#receiptClosed = true
    return true
  }

  /** Whether the text ends here in what may still become the header of a field. */
  #couldBeHeader(): boolean {
    const header = this.#text.slice(this.#at, this.#at + 6)
    return header.length < 6 && /^0\d*$/.test(header) && !/^(000|03[0-3])/.test(header)
  }

  /** LENGTH saturates at 999 while the receipt goes on: its own structure says where it ends. */
  #readSaturatedReceipt(start: number): boolean {
    if (this.#text.length < start + 999) return false
    const scan = scanReceipt(this.#text, start)
    if (scan.kind === 'more') return false
    const end = scan.kind === 'whole' && scan.end >= start + 999 ? scan.end : start + 999
    this.#fields.set(tag.receipt, this.#text.slice(start, end))
    this.#receiptClosed = true
    this.#at = end
    return true
  }

  /** A receipt that lost characters on the way: shorter than it says, but closed by its own `?`. */
  #receiptEndsEarly(): boolean {
    const header = new RegExp(`^${tag.receipt}(\\d{3})`).exec(this.#text.slice(this.#at, this.#at + 6))
    if (header === null) return false
    const body = this.#text.slice(this.#at + 6)
    if (!/[?!]\s*$/.test(body)) return false
    this.#fields.set(tag.receipt, body.trimEnd().slice(0, -1))
    this.#receiptClosed = true
    this.#at = this.#text.length
    return true
  }

  #terminator(): boolean {
    if (!this.#isUsable()) return this.#malformed()
    // A receipt's own `?` looks like the terminator; fields may still follow it, and the STAN is worth waiting for.
    const awaited = this.#fields.get(tag.type) === '101' && this.#isApproved() && !this.#fields.has(tag.stan)
    this.#at++
    if (!awaited) this.#emit()
    return true
  }

  /** No field header here: the message is over, or was none. */
  #strange(): boolean {
    if (!this.#isComplete()) return this.#malformed()
    this.#emit()
    return true
  }

  #isApproved = (): boolean => isSuccess(this.#fields.get(tag.code) ?? '')

  /** Enough to act on. */
  #isUsable(): boolean {
    const isAnswer = this.#fields.get(tag.type)?.startsWith('1') === true
    return envelope.every((name) => this.#fields.has(name)) && (!isAnswer || this.#fields.has(tag.code))
  }

  /** Usable, and nothing more is expected. */
  #isComplete(): boolean {
    const receiptDue = this.#isApproved() && withReceipt.includes(this.#fields.get(tag.type) ?? '')
    return this.#isUsable() && (!receiptDue || this.#receiptClosed)
  }

  #emit(): void {
    const message = {
      type: this.#fields.get(tag.type) ?? '',
      fields: this.#fields,
      truncated: !this.#isComplete(),
    }
    this.#events.push({ type: 'message', message })
    this.#begin(this.#at)
  }

  /** Drops the start of what turned out to be no message; another may begin inside what it seemed to hold. */
  #malformed(): boolean {
    this.#discardTo(Math.min(this.#from + 6, this.#text.length))
    return true
  }

  #discardTo(place: number): void {
    const characters = place - this.#from
    if (characters > 0) this.#events.push({ type: 'discarded', characters })
    this.#begin(place)
  }

  #begin(place: number): void {
    this.#from = place
    this.#at = place
    if (this.#fields.size > 0) this.#fields = new Map()
    this.#receiptClosed = false
  }

  #drain(): readonly AssemblerEvent[] {
    const events = this.#events
    this.#events = []
    return mergeDiscards(events)
  }
}

const questionMark = 0x3f
const exclamationMark = 0x21

/** What may stand between two messages and is not worth a word: terminators, blanks, zero bytes. `NaN`: the end. */
const isBetween = (code: number): boolean =>
  code === questionMark || code === exclamationMark || code === 0 || /\s/.test(String.fromCharCode(code))

/** 030 to 033 stand inside a receipt and nowhere else. */
const isReceiptPart = (number: number): boolean => number >= 30 && number <= 33

/** Three digits; −1: they are none, or not there. */
function readNumber(text: string, at: number): number {
  let number = 0
  for (let i = at; i < at + 3; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

/** One count for one stretch of junk, however many pieces it was dropped in. */
function mergeDiscards(events: readonly AssemblerEvent[]): readonly AssemblerEvent[] {
  const merged: AssemblerEvent[] = []
  for (const event of events) {
    const last = merged.at(-1)
    if (event.type === 'discarded' && last?.type === 'discarded') {
      merged[merged.length - 1] = { type: 'discarded', characters: last.characters + event.characters }
    } else merged.push(event)
  }
  return merged
}
