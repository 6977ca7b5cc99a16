/**
 * The printable receipt, tag 010 (DP): lines of sub-fields 030 line number, 031 style, 032 alignment, 033 text, each
 * TAG(3) LENGTH(3) VALUE; lines separated by `*`, the last one closed by `?` (guide v1.1 §4.1). Read strictly by
 * length: texts contain `*` and `?` themselves.
 */
export type ReceiptScan =
  /** The structure ends at `end`; `closed`: by its own `?` or `!`, which stands at `end` and is not part of it. */
  | {
      readonly kind: 'whole'
      readonly end: number
      readonly closed: boolean
      readonly lines: readonly string[]
    }
  /** Cut off before it ends. */
  | { readonly kind: 'more'; readonly lines: readonly string[] }
  /** Not lines of sub-fields at all. */
  | { readonly kind: 'other' }

/** Follows the structure from `from`; never looks behind `limit`. */
export function scanReceipt(text: string, from: number, limit = text.length): ReceiptScan {
  const lines: string[] = []
  let at = from
  for (;;) {
    const line = scanLine(text, at, limit)
    if (line === 'more') return { kind: 'more', lines }
    if (line === 'other') return { kind: 'other' }
    lines.push(line.text)
    at = line.end
    const next = at < limit ? text[at] : undefined
    if (next === undefined) return { kind: 'more', lines }
    if (next === '?' || next === '!') return { kind: 'whole', end: at, closed: true, lines }
    if (next !== '*') {
      // No separator: what follows must be a field of the message itself.
      return /^\d/.test(next) ? { kind: 'whole', end: at, closed: false, lines } : { kind: 'other' }
    }
    at++
  }
}

function scanLine(
  text: string,
  from: number,
  limit: number,
): { readonly end: number; readonly text: string } | 'more' | 'other' {
  let at = from
  let content: string | null = null
  const seen = new Set<string>()
  for (;;) {
    const header = text.slice(at, Math.min(at + 6, limit))
    const isSub = /^03[0-3]\d{3}$/.test(header) && !seen.has(header.slice(0, 3))
    if (!isSub) {
      if (seen.size > 0 && content !== null) return { end: at, text: content }
      return at + 6 > limit && couldBeHeader(header) ? 'more' : 'other'
    }
    const end = at + 6 + Number(header.slice(3))
    if (end > limit) return 'more'
    const name = header.slice(0, 3)
    seen.add(name)
    if (name === '033') content = text.slice(at + 6, end)
    at = end
    // 033 is the last of a line wherever a receipt was seen.
    if (content !== null) return { end: at, text: content }
  }
}

const couldBeHeader = (start: string): boolean => /^(0(3([0-3]\d{0,3})?)?)?$/.test(start)

/** The lines of a received receipt; text that has no such structure is one line. */
export function receiptLines(receipt: string): readonly string[] {
  if (receipt === '') return []
  const scan = scanReceipt(`${receipt}?`, 0)
  if (scan.kind === 'whole' && scan.end >= receipt.length - 1) return scan.lines
  if (scan.kind === 'more' && scan.lines.length > 0) return scan.lines
  return looseLines(receipt)
}

/**
 * Lines of a receipt whose lengths lie: a terminal that counted a letter which never reached the wire (seen with `ç`).
 * Or one with other separators: NapsPay 5.4.4 is said to put `!` there. Cut at the starts of lines instead.
 */
function looseLines(receipt: string): readonly string[] {
  const pieces = receipt.split(/[*!](?=030\d{3})/)
  const texts = pieces.map((piece) => /033\d{3}([\s\S]*)$/.exec(piece)?.[1])
  if (texts.some((text) => text === undefined)) return [receipt]
  return texts.map((text) => (text ?? '').replace(/[?!]$/, ''))
}
