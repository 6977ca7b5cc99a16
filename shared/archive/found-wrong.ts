import type { ArchiveFinding, ArchiveFindingCode } from '../kernel/archive-findings.ts'

/** Ends a check at the first wrong thing. */
export class FoundInArchive extends Error {
  override readonly name = 'FoundInArchive'
  readonly finding: ArchiveFinding

  constructor(code: ArchiveFindingCode, where: Partial<Omit<ArchiveFinding, 'code'>> = {}) {
    super(code)
    this.finding = { code, file: '', at: '', field: '', said: '', due: '', ...where }
  }
}
