import { fontZeroWidths } from './font-zero.data.ts'

const widths = new Map(
  fontZeroWidths.flatMap(([thousandths, characters]) =>
    [...characters].map((character) => [character, thousandths] as const),
  ),
)

/** A character without a width of its own is taken for the widest. */
const widest = 1000

/**
 * The text as font 0 can print it, or `null` where it cannot: Latin-1, which every ZPL printer and every imitation of
 * one has. Isolates go, since in a line of Latin they order nothing; a no-break space is a space, as some printers
 * draw it as a box.
 */
export function fontZeroText(text: string): string | null {
  const bare = text.replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ')
  return /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff]*$/.test(bare) ? bare : null
}

/** Dots that a text of font 0 takes at most. @param em height of the font, dots */
export function fontZeroWidth(text: string, em: number): number {
  let thousandths = 0
  for (const character of text)
    thousandths += widths.get(character) ?? widths.get(character.normalize('NFD')[0] ?? '') ?? widest
  return Math.ceil((thousandths * em) / 1000)
}
