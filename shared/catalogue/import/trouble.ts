import type { Result } from '../../kernel/result.ts'
import { err } from '../../kernel/result.ts'

/** Where a catalogue file is wrong, and how. Nothing of such a file is loaded. */
export interface CatalogueTrouble {
  /** From 1, as an editor counts. */
  readonly line: number
  /** Character of the line, from 1. */
  readonly column: number
  /** Half a sentence that starts with the field, where there is one: `price: below zero`. */
  readonly reason: string
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** The one way an import says no. */
export const troubleAt = (place: Place, reason: string): Result<never, CatalogueTrouble> =>
  err({ line: place.line, column: place.column, reason })

/** One field of one item as the file wrote it: a text, where it stands, and whether JSON gave it another type. */
export interface RawField extends Place {
  readonly text: string
}

/** An item as written: its fields by name, and where it begins. `barcodes` may come several times. */
export interface RawItem extends Place {
  readonly fields: ReadonlyMap<string, RawField>
  readonly barcodes: readonly RawField[]
}
