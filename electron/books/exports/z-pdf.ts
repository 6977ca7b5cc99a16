import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BookAnswer, BookWorld } from '#electron/books/book-world.ts'
import { BooksRefused } from '#electron/books/book-world.ts'
import { openPaperPdf } from '#electron/papers/paper-pdf.ts'
import type { Period } from '#shared/closing/closing.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type AskedDays, askedRange } from './asked-range.ts'

export interface ZPdfJob {
  readonly language: ScreenLanguage
  /** All of one kind in some days, or the one whose entry has this sequence number. */
  readonly of: (AskedDays & { readonly period: Period }) | { readonly closing: number }
}

interface Chosen {
  readonly papers: readonly PaperRequest[]
  /** For the name of the file. */
  readonly label: string
}

/**
 * The reports of closings as one PDF: each Z, or each closing of a month or of a year, on sheets of its own.
 * @throws BooksRefused `unknownClosing`, also where the days have none
 */
export async function zPdf(job: ZPdfJob, world: BookWorld): Promise<BookAnswer> {
  const { papers, label } =
    'closing' in job.of ? chosenOne(job, job.of.closing, world) : chosenIn(job, job.of, world)
  if (papers.length === 0) throw new BooksRefused(refuse('unknownClosing'))
  const name = `hanout-${label}.pdf`
  const author = world.ledger.settings()?.shop.name ?? ''
  const pdf = openPaperPdf({ ...world, title: name, author })
  for (const [at, paper] of papers.entries()) {
    if (!(await pdf.add(paper))) throw new BooksRefused(refuse('unknownClosing'))
    world.progress(at + 1, papers.length)
  }
  const bytes = pdf.close()
  const file = join(world.out, name)
  writeFileSync(file, bytes, { flag: 'wx' })
  return { kind: 'file', file, name, mediaType: 'application/pdf', bytes: bytes.length }
}

function chosenOne({ language }: ZPdfJob, seq: number, { ledger }: BookWorld): Chosen {
  const closing = ledger.findClosing(seq as Seq)?.closing
  if (closing === undefined) throw new BooksRefused(refuse('unknownClosing'))
  const { period, number } = closing
  const shift = ledger.shiftsOn({ from: closing.days.first, to: closing.days.last })
  const own = shift.find(({ shiftId }) => shiftId === closing.of)
  const label = `${period === 'shift' ? 'z' : period}-${number}`
  if (period !== 'shift') return { papers: [{ kind: 'periodReport', closing: seq, language }], label }
  return { papers: own === undefined ? [] : [{ kind: 'shiftReport', shift: own.shiftId, language }], label }
}

function chosenIn(
  { language }: ZPdfJob,
  asked: AskedDays & { readonly period: Period },
  world: BookWorld,
): Chosen {
  const range = askedRange(asked, world)
  const { ledger } = world
  const days = `${range.from}_${range.to}`
  if (asked.period === 'shift') {
    const closed = ledger.shiftsOn(range).filter((shift) => shift.closed !== null)
    const papers = closed.map(
      ({ shiftId: shift }): PaperRequest => ({ kind: 'shiftReport', shift, language }),
    )
    return { papers, label: `z-${days}` }
  }
  const closings = ledger.closingsIn(asked.period, range)
  const papers = closings.map(
    ({ seq: closing }): PaperRequest => ({ kind: 'periodReport', closing, language }),
  )
  return { papers, label: `${asked.period}-${days}` }
}
