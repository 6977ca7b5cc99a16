import { z } from 'zod'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type JournalCode, journals } from '../journal-entry.ts'
import { columnSources, dateFormats, encodings } from './sources.ts'

const widest = 200
const text = z.string().max(widest)

const columnSchema = z.strictObject({
  /** Stands in the head line. */
  name: text.default(''),
  source: z.enum(columnSources),
  /** Of source `text`: what every line says. */
  text: text.optional(),
  /** Characters, exactly; longer texts are cut. Absent: as long as it is. */
  width: z.number().int().min(1).max(widest).optional(),
  align: z.enum(['left', 'right']).default('left'),
  /** What a width is filled with. */
  pad: z.string().length(1).default(' '),
  /** Another than the template's. */
  date: z.enum(dateFormats).optional(),
})

/** Names of files: what all systems and programs take; the holes are filled in. */
const fileNameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^(?!\.)(?:[\w.-]|\{(?:fiscalId|from|to|from:YYYYMMDD|to:YYYYMMDD)\})+$/)

/**
 * How a program wants the journal: one line of text for each line of an entry. A shop writes its own as JSON; the ones that
 * come with the till are made of nothing else.
 */
export const templateSchema = z.strictObject({
  /** As people call it. */
  name: z.string().trim().min(1).max(80),
  columns: z.array(columnSchema).min(1).max(60),
  date: z.enum(dateFormats).default('DD/MM/YYYY'),
  decimal: z.enum([',', '.']).default(','),
  /** A debit or credit that is not there: `0,00`, or nothing. */
  zero: z.enum(['written', 'empty']).default('written'),
  /** What `side` says of debit and credit. */
  sides: z.tuple([z.string().min(1).max(8), z.string().min(1).max(8)]).default(['D', 'C']),
  /** Between columns; '' where widths make them. */
  separator: z.string().max(3).default(';'),
  /** Double quotes around texts; inside them a quote is written twice. */
  quotes: z.enum(['never', 'needed', 'always']).default('needed'),
  /** What a spreadsheet would run is written as text. */
  guard: z.boolean().default(false),
  encoding: z.enum(encodings).default('utf-8'),
  lineEnd: z.enum(['crlf', 'lf']).default('crlf'),
  /** A first line with the names of the columns. */
  head: z.boolean().default(true),
  /** Columns of the entry itself on its first line alone. */
  headOnce: z.boolean().default(false),
  /** What the program calls the journals; absent: VTE, CAI, BQ, OD. */
  journals: z.partialRecord(z.enum(journals), z.string().min(1).max(20)).optional(),
  /** May have holes: {fiscalId}, {from}, {to}, {from:YYYYMMDD}, {to:YYYYMMDD}. */
  fileName: fileNameSchema,
})

export type JournalTemplate = z.infer<typeof templateSchema>
export type TemplateColumn = JournalTemplate['columns'][number]

/**
 * Reads a template that somebody wrote.
 * @param json already parsed
 * @returns `unknownColumn` naming the source that there is none of, `templateMalformed` with the place and why
 */
export function readTemplate(json: unknown): Result<JournalTemplate, Refusal> {
  const stranger = strangeSource(json)
  if (stranger !== null) return err(refuse('unknownColumn', { text: stranger.slice(0, 80) }))
  const parsed = templateSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.join('.') || 'its top level'
    return err(refuse('templateMalformed', { place, reason: issue?.message ?? '' }))
  }
  const fault = faultOf(parsed.data)
  return fault === null ? ok(parsed.data) : err(refuse('templateMalformed', fault))
}

/** A source by a name that is a text, and none of those there are. */
function strangeSource(json: unknown): string | null {
  const columns = (json as { columns?: unknown } | null)?.columns
  if (!Array.isArray(columns)) return null
  const known: ReadonlySet<string> = new Set(columnSources)
  for (const column of columns as unknown[]) {
    const source = (column as { source?: unknown } | null)?.source
    if (typeof source === 'string' && !known.has(source)) return source
  }
  return null
}

/** What fits its shape and still cannot be meant. */
function faultOf({ columns, separator, quotes }: JournalTemplate): { place: string; reason: string } | null {
  for (const [at, column] of columns.entries()) {
    const place = `columns.${at}`
    if (separator === '' && column.width === undefined)
      return { place: `${place}.width`, reason: 'a width is needed where nothing separates the columns' }
    if (column.source === 'text' && column.text === undefined)
      return { place: `${place}.text`, reason: 'a column of source text says its text' }
  }
  if (/["\r\n]/.test(separator))
    return { place: 'separator', reason: 'a quote or a line end separates nothing' }
  if (separator === '' && quotes !== 'never')
    return { place: 'quotes', reason: 'quotes would move what widths have put in place' }
  return null
}

export const journalName = (template: JournalTemplate, journal: JournalCode): string =>
  template.journals?.[journal] ?? journal
