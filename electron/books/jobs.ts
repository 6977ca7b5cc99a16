import type { BookWork } from './book-world.ts'

/**
 * The works of the books by kind. Each is loaded, with whatever it needs, in the books' process alone and only when it is asked
 * for; who asks for one imports the type `BookJob`.
 */
export const works = {
  archive: async () => (await import('./archive/archive-work.ts')).archiveWork,
  activity: async () => (await import('./activity/activity-work.ts')).activityWork,
  report: async () => (await import('./reports/report-work.ts')).reportWork,
  workbook: async () => (await import('./exports/workbook.ts')).workbook,
  csv: async () => (await import('./exports/csv.ts')).csv,
  zPdf: async () => (await import('./exports/z-pdf.ts')).zPdf,
  journal: async () => (await import('./accounting/journal-work.ts')).journalWork,
  journalPreview: async () => (await import('./accounting/journal-work.ts')).journalPreviewWork,
  dsfinvk: async () => (await import('./dsfinvk/dsfinvk-work.ts')).dsfinvkWork,
} as const

type Works = typeof works

/** `{ kind, …parameters of that work }` */
export type BookJob = {
  [K in keyof Works]: Awaited<ReturnType<Works[K]>> extends BookWork<infer Job>
    ? { readonly kind: K } & Job
    : never
}[keyof Works]
