/** Digits that run into at least three signs of masking: the beginning of a card number. */
const beginning = /\d(?:[ -]?\d)*(?=[ -]?[*xX•](?:[ -]?[*xX•]){2})/g

/**
 * A line of a terminal's slip with nothing of a card number but its end. Terminals may leave the first six readable as
 * well; on paper that a visitor drops, the last four are enough. The line keeps its length.
 */
export const lastFourOnly = (line: string): string =>
  line.replace(beginning, (digits) => digits.replace(/\d/g, '*'))
