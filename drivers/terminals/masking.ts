import { passesLuhn } from '#shared/kernel/luhn.ts'

/**
 * Card numbers never leave the driver: at most the first six and the last four digits (PCI DSS 3.4.1). Tag 007 may be a
 * clear number, receipts may repeat it, and a hostile or confused terminal may put it anywhere.
 */

/** `5167940000003315` → `516794******3315`. What is already masked stays masked, and never shows more. */
export function maskCard(text: string): string {
  const kept = text
    .replace(/[^0-9*xX]/g, '')
    .replace(/[xX]/g, '*')
    .slice(0, 19)
  if (kept.length < 12) return kept.replace(/\d/g, '*')
  return kept.slice(0, 6).replace(/[^\d*]/g, '*') + '*'.repeat(kept.length - 10) + kept.slice(-4)
}

/**
 * Masks every card number in a text: any 12 to 19 digits, also grouped by single blanks, dots or dashes, that pass the
 * check digit, and anything that could be one of `cards`.
 * @param cards numbers known from the same exchange, clear or masked
 */
export function maskText(text: string, cards: readonly string[] = []): string {
  return text.replace(/\d(?:[ .-]?\d){11,}/g, (run) => maskRun(run, cards))
}

/** A run of digits and separators: each stretch in it that reads as a card number is masked. */
function maskRun(run: string, cards: readonly string[]): string {
  const places: number[] = []
  for (let i = 0; i < run.length; i++) if (/\d/.test(run[i] ?? '')) places.push(i)
  const digits = places.map((place) => run[place]).join('')
  const hidden = new Set<number>()
  for (let from = 0; from + 12 <= digits.length; from++) {
    for (let length = Math.min(19, digits.length - from); length >= 12; length--) {
      const stretch = digits.slice(from, from + length)
      // Inside longer runs only full numbers of a card range count, or every long number would be blotted out.
      const whole = from === 0 && length === digits.length
      const own = isGroup(run, places, from, length)
      const suspect = (whole || own || (length >= 15 && /^[3-6]/.test(stretch))) && passesLuhn(stretch)
      if (!suspect && !cards.some((card) => couldBe(stretch, card))) continue
      for (let i = from + 6; i < from + length - 4; i++) hidden.add(places[i] ?? -1)
    }
  }
  return [...run].map((char, i) => (hidden.has(i) ? '*' : char)).join('')
}

/** Whether the stretch stands by itself between separators. */
function isGroup(run: string, places: readonly number[], from: number, length: number): boolean {
  const before = (places[from] ?? 0) - 1
  const after = (places[from + length - 1] ?? 0) + 1
  return !/\d/.test(run[before] ?? ' ') && !/\d/.test(run[after] ?? ' ')
}

/** Same length, and no digit that the other shows is different. */
function couldBe(digits: string, card: string): boolean {
  const known = card.replace(/[^0-9*xX]/g, '')
  if (known.length !== digits.length || !/\d{4}/.test(known)) return false
  return [...known].every((char, i) => !/\d/.test(char) || char === digits[i])
}
