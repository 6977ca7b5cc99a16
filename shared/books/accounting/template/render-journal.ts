import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { NumberedEntry } from '../number-entries.ts'
import { cellOf, cuttable, type JournalContext, type LinePlace } from './cell.ts'
import { type Encoder, encoderOf } from './encode.ts'
import { type ColumnSource, headSources } from './sources.ts'
import type { JournalTemplate, TemplateColumn } from './template.ts'

/** The journal as a program reads it. */
export interface RenderedJournal {
  readonly bytes: Uint8Array
  /** The same before it was encoded, in characters that the encoding has. */
  readonly text: string
  readonly entries: number
  readonly lines: number
  /** Characters that the encoding does not have, written as others or as `?`. */
  readonly replaced: number
  /** Texts that were cut to the width of their column. */
  readonly cut: number
}

const numeric: ReadonlySet<ColumnSource> = new Set(['debit', 'credit', 'amount', 'signedAmount'])

/** Thrown within this file alone: a cell that cannot be cut does not fit. */
class TooWide extends Error {
  override readonly name = 'TooWide'
  readonly column: number

  constructor(column: number) {
    super(`column ${column}`)
    this.column = column
  }
}

/**
 * Writes entries by a template, a line of text for each of their lines.
 * @returns `templateMalformed` where an amount, an account, a date or a number is wider than its column
 */
export function renderJournal(
  template: JournalTemplate,
  entries: readonly NumberedEntry[],
  context: JournalContext,
): Result<RenderedJournal, Refusal> {
  const encoder = encoderOf(template.encoding)
  const pen = penOf(template, encoder)
  const rows: string[] = []
  try {
    if (template.head) rows.push(pen.head())
    for (const entry of entries)
      for (const [at, line] of entry.lines.entries())
        rows.push(pen.row({ entry, line, position: at + 1 }, context))
  } catch (error) {
    if (!(error instanceof TooWide)) throw error
    const place = `columns.${error.column}.width`
    return err(refuse('templateMalformed', { place, reason: 'something that must not be cut is wider' }))
  }
  const end = template.lineEnd === 'crlf' ? '\r\n' : '\n'
  const text = rows.map((row) => `${row}${end}`).join('')
  const lines = rows.length - (template.head ? 1 : 0)
  return ok({ bytes: encoder.bytes(text), text, entries: entries.length, lines, ...pen.counts() })
}

interface Pen {
  head(): string
  row(place: LinePlace, context: JournalContext): string
  counts(): { readonly replaced: number; readonly cut: number }
}

function penOf(template: JournalTemplate, encoder: Encoder): Pen {
  let replaced = 0
  let cut = 0

  function fitted(text: string): string {
    const fit = encoder.fit(oneLine(text))
    replaced += fit.replaced
    return template.quotes === 'never' && template.separator !== ''
      ? fit.text.replaceAll(template.separator, ' ')
      : fit.text
  }

  function inWidth(text: string, column: TemplateColumn, at: number, mayCut: boolean): string {
    const { width, align, pad } = column
    if (width === undefined) return text
    if (text.length > width) {
      if (!mayCut) throw new TooWide(at)
      cut += 1
      return text.slice(0, width)
    }
    return align === 'right' ? text.padStart(width, pad) : text.padEnd(width, pad)
  }

  function quoted(text: string, isNumber: boolean): string {
    const { quotes, separator } = template
    const needed = text.includes('"') || (separator !== '' && text.includes(separator))
    if (quotes === 'never' || (quotes === 'needed' && !needed) || (isNumber && !needed)) return text
    return `"${text.replaceAll('"', '""')}"`
  }

  return {
    head: () =>
      template.columns
        .map((column, at) => quoted(inWidth(fitted(column.name), column, at, true), false))
        .join(template.separator),
    row: (place, context) =>
      template.columns
        .map((column, at) => {
          const { source } = column
          const said = !template.headOnce || place.position === 1 || !headSources.has(source)
          const raw = said ? cellOf(template, column, place, context) : ''
          const isNumber = numeric.has(source)
          const safe = template.guard && !isNumber ? unspoken(raw) : raw
          return quoted(inWidth(fitted(safe), column, at, cuttable.has(source)), isNumber)
        })
        .join(template.separator),
    counts: () => ({ replaced, cut }),
  }
}

/** Line ends, tabs and other controls would break the line they stand in. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** A text that a spreadsheet would take for a formula. */
const unspoken = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text)
