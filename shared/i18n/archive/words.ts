import type { ArchiveCheck, ArchiveFindingCode } from '../../kernel/archive-findings.ts'

/**
 * What the page says that checks an archive. Holes are `{name}`; the page fills them by itself, it has no ICU. Counts stand
 * behind a colon, so that no language needs a plural.
 */
export interface ArchiveWords {
  readonly title: string
  readonly intro: string
  readonly choose: string
  /** Where the fingerprint of the shop's key can be typed, to be compared by the page. */
  readonly fingerprint: string
  readonly fingerprintHint: string
  readonly checking: string
  readonly whole: string
  readonly notWhole: string
  readonly compare: string
  readonly sameKey: string
  readonly otherKey: string
  readonly partial: string
  readonly unsignedClosings: string
  readonly checkedTitle: string
  readonly checked: Readonly<Record<ArchiveCheck, string>>
  readonly notChecked: string
  readonly saysTitle: string
  readonly says: Readonly<
    Record<
      | 'shop'
      | 'till'
      | 'month'
      | 'tickets'
      | 'entries'
      | 'sales'
      | 'refunds'
      | 'gross'
      | 'closings'
      | 'madeAt'
      | 'key',
      string
    >
  >
  readonly limitsTitle: string
  readonly limits: readonly string[]
  readonly findings: Readonly<Record<ArchiveFindingCode, string>>
  /** The words of a place: `ticket 5`. */
  readonly places: Readonly<Record<'line' | 'entry' | 'ticket' | 'row' | 'shift' | 'month' | 'year', string>>
  readonly said: string
  readonly due: string
}
