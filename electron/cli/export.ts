import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BookAnswer } from '#electron/books/book-world.ts'
import type { BookJob } from '#electron/books/jobs.ts'
import { runBookJob } from '#electron/books/run-job.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { LedgerRefused } from '#electron/ledger/refused.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { openKeySecrets } from '#electron/platform/key-secret.ts'
import { openKeychain } from '#electron/platform/keychain.node.ts'
import { syncFolderOf } from '#electron/platform/settings-file.ts'
import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { counted } from './text-table.ts'

export interface ExportArguments {
  /** The till's data folder; a till may be selling on it. */
  readonly data: string
  /** One of those below. */
  readonly kind: string
  /** `YYYY-MM-DD`, both included. */
  readonly from: string
  readonly to: string
  /** `ar`, `fr` or `en`. */
  readonly language: string
  /** Of CSV: `utf-8` or `windows-1256`. */
  readonly encoding: string
  /** Of a journal; absent: as the shop chose. */
  readonly template?: string
  /** Of an activity statement: an artisan; absent: the shop. */
  readonly owner?: string
  /** Where it goes; absolute. */
  readonly out: string
  /** Whether a file that is there is replaced. */
  readonly force: boolean
  readonly clock?: Clock
}

/** What `--kind` names. */
const exportKinds = [
  'workbook',
  'csv-days',
  'csv-lines',
  'z-pdf',
  'month-pdf',
  'year-pdf',
  'journal',
  'dsfinvk',
  'archive',
  'activity',
] as const
type Kind = (typeof exportKinds)[number]

const languages = ['ar', 'fr', 'en'] as const
const encodings = ['utf-8', 'windows-1256'] as const

/** Something that was typed and cannot be meant, as one sentence. */
class ExportRefused extends Error {
  override readonly name = 'ExportRefused'
}

type Say = (line: string) => void

/**
 * Writes one file of the books. It is there whole or not at all, and one that was there is not overwritten unless that was
 * said.
 * @returns 0: it is written; 2: what was asked cannot be, and why was said
 */
export async function runExport(args: ExportArguments, say: Say): Promise<number> {
  try {
    if (existsSync(args.out) && !args.force)
      throw new ExportRefused(`${args.out} is there already: choose another name, or say --force`)
    const job = jobOf(args)
    // Says at once, and in words, what is wrong with the folder.
    openReadOnly(args.data).close()
    const answer = await made(args, job)
    for (const line of saidOf(args.out, answer)) say(line)
    return 0
  } catch (error) {
    if (!(error instanceof ExportRefused || error instanceof LedgerRefused)) throw error
    say(error.message)
    return 2
  }
}

type MadeFile = Extract<BookAnswer, { kind: 'file' }>

/** Made in a folder beside its place, and moved there whole. */
async function made({ data, out, clock = systemClock }: ExportArguments, job: BookJob): Promise<MadeFile> {
  const aside = await mkdtemp(join(dirname(out), '.hanout-export-')).catch(() => {
    throw new ExportRefused(`${dirname(out)} is no folder that can be written to`)
  })
  try {
    const { known } = await openKeySecrets(data, await openKeychain())
    const task = { folder: data, now: clock.now(), out: aside, job, secret: known() }
    const answer = await runBookJob(task, () => undefined)
    if (!answer.ok) {
      const { title, next } = refusalWords(answer.error, 'en')
      throw new ExportRefused(`${title}. ${next}`)
    }
    if (answer.value.kind !== 'file') throw new Error(`the work ${job.kind} makes no file`)
    await rename(answer.value.file, out)
    await syncFolderOf(out)
    return answer.value
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

function* saidOf(out: string, { bytes, replaced = 0, openShifts = 0, cut = 0 }: MadeFile): Generator<string> {
  yield `${out} is written: ${counted(bytes, 'byte')}.`
  if (replaced > 0)
    yield `${counted(replaced, 'character')} had no letter in this encoding and stand as another or as "?".`
  if (cut > 0) yield `${counted(cut, 'text')} cut to the width of a column.`
  if (openShifts > 0) yield `${counted(openShifts, 'shift')} of these days still open: not in it.`
}

/** One of the words that an option takes. */
function oneOf<T extends string>(option: string, words: readonly T[], said: string): T {
  const found = words.find((word) => word === said)
  if (found === undefined) throw new ExportRefused(`--${option} ${said} is none of: ${words.join(', ')}`)
  return found
}

function jobOf(args: ExportArguments): BookJob {
  const { from, to, template } = args
  const days = { from, to }
  const kind: Kind = oneOf('kind', exportKinds, args.kind)
  const language: ScreenLanguage = oneOf('language', languages, args.language)
  const encoding = oneOf('encoding', encodings, args.encoding)
  switch (kind) {
    case 'workbook':
      return { kind, ...days, language }
    case 'csv-days':
    case 'csv-lines':
      return { kind: 'csv', ...days, language, encoding, rows: kind === 'csv-days' ? 'days' : 'lines' }
    case 'z-pdf':
      return { kind: 'zPdf', language, of: { ...days, period: 'shift' } }
    case 'month-pdf':
    case 'year-pdf':
      return { kind: 'zPdf', language, of: { ...days, period: kind === 'month-pdf' ? 'month' : 'year' } }
    case 'journal':
      return { kind, ...days, ...(template === undefined ? {} : { template }) }
    case 'activity':
      // Of the month of the last day, and the eleven before it.
      return { kind, owner: args.owner ?? null, month: to.slice(0, 7), language }
    case 'dsfinvk':
    case 'archive':
      return { kind, ...days }
  }
}
