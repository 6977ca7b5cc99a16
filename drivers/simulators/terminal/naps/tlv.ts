/** The terminal's own reading and writing of TAG(3) LENGTH(3) VALUE, apart from the driver's on purpose. */
export type Fields = Readonly<Record<string, string>>

/** LENGTH counts characters and stops at 999 while the value goes on (guide v1.1 §III.2). */
export function write(fields: readonly (readonly [string, string])[]): string {
  return fields
    .map(([tag, value]) => `${tag}${`00${Math.min([...value].length, 999)}`.slice(-3)}${value}`)
    .join('')
}

/** What every request carries. */
const envelope = ['001', '003', '004', '014', '015']
/** What each kind of request must carry besides. */
const needed: Readonly<Record<string, readonly string[]>> = {
  '001': ['002', '012'],
  '002': ['008'],
  '003': ['002', '008'],
  '004': ['002', '008'],
  '011': ['020'],
}

export type Heard =
  | { readonly kind: 'request'; readonly fields: Fields; readonly missing: readonly string[] }
  | { readonly kind: 'nonsense' }

/**
 * Collects a request. It ends when nothing more comes, at the next 001, or at a `!` or `?`: most clients end theirs
 * with nothing, one that runs against NapsPay 5.4.4 with `!` (aslan-naps-sdk).
 */
export class RequestReader {
  #text = ''

  feed(bytes: Uint8Array): readonly Heard[] {
    for (const byte of bytes) this.#text += String.fromCharCode(byte)
    const heard: Heard[] = []
    for (let cut = this.#cut(); cut !== null; cut = this.#cut()) {
      heard.push(judge(this.#text.slice(0, cut.end)))
      this.#text = this.#text.slice(cut.next)
    }
    if (this.#text.length > 4096) {
      heard.push({ kind: 'nonsense' })
      this.#text = ''
    }
    return heard
  }

  /** Whether what came so far has everything its kind needs. */
  get looksWhole(): boolean {
    const heard = judge(this.#text)
    return heard.kind === 'request' && heard.missing.length === 0
  }

  get empty(): boolean {
    return this.#text === ''
  }

  /** Nothing more came. */
  end(): Heard {
    const heard = judge(this.#text)
    this.#text = ''
    return heard
  }

  /** Where a request ends between two fields, and where what follows it begins; `null`: nowhere yet. */
  #cut(): { readonly end: number; readonly next: number } | null {
    for (let at = 0; at < this.#text.length; ) {
      if (/[!?]/.test(this.#text.charAt(at))) return { end: at, next: at + 1 }
      if (at > 0 && this.#text.startsWith('001003', at)) return { end: at, next: at }
      const length = this.#text.slice(at + 3, at + 6)
      // Digits and nothing else: a sign read as a number would lead back, or nowhere for ever.
      if (!/^\d{3}$/.test(length)) return null
      at += 6 + Number(length)
    }
    return null
  }
}

function judge(text: string): Heard {
  const fields: Record<string, string> = {}
  for (let at = 0; at < text.length; ) {
    const header = text.slice(at, at + 6)
    const length = Number(header.slice(3))
    if (!/^\d{6}$/.test(header) || at + 6 + length > text.length) return { kind: 'nonsense' }
    fields[header.slice(0, 3)] = text.slice(at + 6, at + 6 + length)
    at += 6 + length
  }
  // Some clients name the sale's NS in a void (005) and none of its own (tkpay-sdk-pos-android).
  if (fields['001'] === '003') fields['004'] ??= fields['005'] ?? ''
  if (envelope.some((tag) => fields[tag] === undefined)) return { kind: 'nonsense' }
  if (!/^\d{6}$/.test(fields['004'] ?? '') || !/^\d{7}$/.test(fields['003'] ?? ''))
    return { kind: 'nonsense' }
  const missing = (needed[fields['001'] ?? ''] ?? []).filter((tag) => fields[tag] === undefined)
  return { kind: 'request', fields, missing }
}
