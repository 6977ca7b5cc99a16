import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { History } from '#electron/ledger/read-ledger.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'

/** All that a work of the books is given. It runs in a process of its own, beside a till that sells. */
export interface BookWorld {
  /** Read-only, a connection of its own. */
  readonly ledger: ReadLedger & History
  /** The till's data folder. */
  readonly folder: string
  /** When the work was asked for. */
  readonly now: Stamp
  /** The shop's key, if it has one that can be used; none is made here. */
  key(): ShopKey | null
  /**
   * A folder for the files of this work alone, made when it is first asked for. What is left in it besides the answer's file
   * is removed when the work ends, is called off, or fails.
   */
  readonly out: string
  /** How far it is; any unit. Said as often as one likes: some ten a second are passed on. */
  progress(done: number, of: number): void
}

/** What comes of a work: a file that lies in `world.out`, or a value that can be cloned to another process. */
export type BookAnswer =
  | {
      readonly kind: 'file'
      /** Path. */
      readonly file: string
      /** What a person saves it as; ASCII, no folder. */
      readonly name: string
      readonly mediaType: string
      readonly bytes: number
      /** Characters that the file's encoding had no letter for. Absent: none. */
      readonly replaced?: number
      /** Shifts that are still open and so not in it. Absent: none. */
      readonly openShifts?: number
      /** Texts that were cut to the width of their column. Absent: none. */
      readonly cut?: number
    }
  | { readonly kind: 'value'; readonly value: unknown }

/**
 * One kind of work. Throws `BooksRefused` for what is asked wrongly; whatever the system says of a disk that is full or gone
 * becomes `folderUnwritable`; anything else is a defect.
 */
export type BookWork<Job> = (job: Job, world: BookWorld) => Promise<BookAnswer>

/** A work that was not done, and why; nothing of it is left. */
export class BooksRefused extends Error {
  override readonly name = 'BooksRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
