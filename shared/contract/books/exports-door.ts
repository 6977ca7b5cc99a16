import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import { periods } from '../../closing/closing.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { door } from '../door.ts'

/** Not checked here: days that make no range, or have not come, are refused by name. */
const days = { from: z.string().max(10), to: z.string().max(10) }
const language = z.enum(['ar', 'fr', 'en'])

/** What can leave the till as a file, as `hanout export` names it. */
const exportAskedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workbook'), ...days, language }),
  z.object({
    kind: z.literal('csv'),
    ...days,
    language,
    rows: z.enum(['days', 'lines']),
    encoding: z.enum(['utf-8', 'windows-1256']),
  }),
  z.object({
    kind: z.literal('zPdf'),
    language,
    /** All closings of one kind in some days; or one, by the sequence number of its entry. */
    of: z.union([
      z.object({ ...days, period: z.enum(periods) }),
      z.object({ closing: z.number().int().min(1) }),
    ]),
  }),
  /** `template` absent: as the shop chose. */
  z.object({ kind: z.literal('journal'), ...days, template: z.string().max(64).optional() }),
  z.object({ kind: z.literal('dsfinvk'), ...days }),
  /** The days of one month. */
  z.object({ kind: z.literal('archive'), ...days }),
])

export type ExportAsked = z.infer<typeof exportAskedSchema>

/** A file that lies in the till's folder for some days, to be fetched. */
export interface ExportedFile {
  /** What `file` is asked for by. */
  readonly file: string
  /** What a person saves it as. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** Characters that its encoding had no letter for; each stands as `?`. */
  readonly replaced: number
  /** Shifts that are still open and so not in it. */
  readonly openShifts: number
  /** Texts that were cut to the width of their column. */
  readonly cut: number
}

export type ExportWord =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly file: ExportedFile }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Files for the bookkeeper; managers and owners only (`managerNeeded`). */
export const exportsDoor = {
  /**
   * How far it is, then what was made or why nothing was (`badRange`, `rangeInFuture`, `booksBusy`, `folderUnwritable`, …).
   * Whoever stops listening calls it off.
   */
  run: door.input(exportAskedSchema).output(eventIterator(type<ExportWord>())),
  /** The file in pieces, from its beginning. One that is no longer there is `badInput`. */
  file: door
    .input(z.object({ file: z.string().max(200) }))
    .output(eventIterator(type<{ readonly base64: string }>())),
}
