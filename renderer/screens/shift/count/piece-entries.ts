import { type CountedPieces, countedTotal, mostPieces } from '#shared/closing/drawer-count.ts'
import type { Dirham } from '#shared/money/amount.ts'
import { denominations } from '#shared/money/denominations.data.ts'
import { type KeypadKey, westernDigits } from '../../../input/amount-entry.ts'

/** How many of each coin and note, as they are being typed; a face that was not touched is not there. */
export type PieceEntries = ReadonlyMap<Dirham, string>

export const noPieces: PieceEntries = new Map()

const shape = /^\d{0,5}$/

/** What was typed into the field of a face; what cannot be a number of pieces changes nothing. */
export function typedPieces(entries: PieceEntries, face: Dirham, text: string): PieceEntries {
  const plain = westernDigits(text).replace(/^0+(?=\d)/, '')
  return shape.test(plain) ? new Map(entries).set(face, plain) : entries
}

/** A key of the keypad, for the face that is counted now. */
export function pressedPieces(entries: PieceEntries, face: Dirham, key: KeypadKey): PieceEntries {
  const entry = entries.get(face) ?? ''
  return typedPieces(entries, face, key === 'delete' ? entry.slice(0, -1) : entry + key)
}

/** One more, or one fewer: never fewer than none. */
export function steppedPieces(entries: PieceEntries, face: Dirham, by: 1 | -1): PieceEntries {
  const pieces = Math.min(mostPieces, Math.max(0, Number(entries.get(face) ?? '') + by))
  return new Map(entries).set(face, String(pieces))
}

/** The count as the till takes it, largest first; `null`: nothing was entered yet. */
export function countOf(entries: PieceEntries): readonly CountedPieces[] | null {
  const count = denominations.flatMap(({ face }) => {
    const entry = entries.get(face) ?? ''
    return entry === '' ? [] : [{ face, pieces: Number(entry) }]
  })
  return count.length === 0 ? null : count
}

/** What they come to so far. */
export const sumOf = (entries: PieceEntries): Dirham => countedTotal(countOf(entries) ?? [])

/** The face that comes after another as a drawer is counted; after the last one, none. */
export function faceAfter(face: Dirham): Dirham | null {
  const at = denominations.findIndex((each) => each.face === face)
  return denominations[at + 1]?.face ?? null
}
