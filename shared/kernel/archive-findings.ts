/**
 * What can be wrong with an archive of a month, by name, in the order it is looked for. Words for people are in
 * `shared/i18n/archive/`.
 */
export const archiveFindings = [
  // The container.
  'notAnArchive',
  'containerChanged',
  'fileMissing',
  'fileUnknown',
  // The manifest, and who signed it.
  'manifestMalformed',
  'newerFormat',
  'unsigned',
  'signatureWrong',
  'foreignKey',
  'fileChanged',
  // The journal.
  'entryMalformed',
  'entryMissing',
  'entryUnchained',
  'entryChanged',
  'entryElsewhere',
  'edgesWrong',
  // Tickets, and the tables made of them.
  'ticketGap',
  'ticketSums',
  'rowWrong',
  'totalsWrong',
  // Closings.
  'closingNotInJournal',
  'closingMissing',
  'closingSignature',
  'closingGap',
  'closingHead',
  'closingFigures',
] as const

export type ArchiveFindingCode = (typeof archiveFindings)[number]

/** The first wrong thing of an archive. */
export interface ArchiveFinding {
  readonly code: ArchiveFindingCode
  /** In which of its files; '': of none. */
  readonly file: string
  /** Which one: `entry 12`, `ticket 5`, `shift 3`: a word and a number; '': none. */
  readonly at: string
  /** The column or the figure; '': none. */
  readonly field: string
  /** What stands there, and what should; '': cannot be said. */
  readonly said: string
  readonly due: string
}

/** What was looked at, in this order. */
export const archiveChecks = [
  'container',
  'signature',
  'files',
  'chain',
  'tickets',
  'tables',
  'closings',
] as const
export type ArchiveCheck = (typeof archiveChecks)[number]
