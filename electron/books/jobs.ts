import { journalPreviewWork, journalWork } from './accounting/journal-work.ts'
import { archiveWork } from './archive/archive-work.ts'
import type { BookWork } from './book-world.ts'
import { dsfinvkWork } from './dsfinvk/dsfinvk-work.ts'
import { csv } from './exports/csv.ts'
import { workbook } from './exports/workbook.ts'
import { zPdf } from './exports/z-pdf.ts'
import { reportWork } from './reports/report-work.ts'

/**
 * The works of the books by kind. Loaded in the books' thread alone, with whatever they need; who asks for one imports the
 * type `BookJob`.
 */
export const works = {
  archive: archiveWork,
  report: reportWork,
  workbook,
  csv,
  zPdf,
  journal: journalWork,
  journalPreview: journalPreviewWork,
  dsfinvk: dsfinvkWork,
} as const

type Works = typeof works

/** `{ kind, …parameters of that work }` */
export type BookJob = {
  [K in keyof Works]: Works[K] extends BookWork<infer Job> ? { readonly kind: K } & Job : never
}[keyof Works]
