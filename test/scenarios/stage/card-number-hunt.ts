/** ISO/IEC 7812-1 annex B: the digit that makes fifteen digits a card number. */
export function withCheckDigit(fifteen: string): string {
  let sum = 0
  for (const [place, digit] of [...fifteen].entries()) {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return `${fifteen}${(10 - (sum % 10)) % 10}`
}

/**
 * Finds any eight digits of a card number that stand in a row, whatever blank, dot, dash or nothing is between them:
 * the first six and the last four alone never are eight. Track 2 and grouped numbers are found by it too.
 */
export function leaksIn(text: string, cards: readonly string[]): string[] {
  return cards.flatMap((card) =>
    Array.from({ length: card.length - 7 }, (_, from) => card.slice(from, from + 8))
      .filter((window) => new RegExp([...window].join('[ .\\-\u00a0]{0,2}')).test(text))
      .map((window) => `${window} of ${card}`),
  )
}
