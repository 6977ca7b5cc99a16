import { type ForwardTrouble, forwardTroubles } from '#shared/contract/forwards.ts'

/** What a try came to, as the outbox keeps it: `trouble: detail`, so that a restart still knows the word for it. */
export const failureNote = (trouble: ForwardTrouble, detail: string): string =>
  `${trouble}: ${detail}`.slice(0, 500)

/** The word of a note; `internal` where somebody else wrote it. */
export function troubleOf(note: string): ForwardTrouble {
  const word = note.slice(0, Math.max(note.indexOf(':'), 0))
  return forwardTroubles.find((trouble) => trouble === word) ?? 'internal'
}
