/**
 * What a text is compared by when somebody types: the same for « Tapis », `TAPIS`, `tàpis`; for زربيّة, زربيه and
 * زَرْبِيَّة; for ٣ and 3. Not for showing, and not reversible.
 */

/** Letters that people write in place of each other, after decomposition removed what NFKD can remove. */
const arabic: Readonly<Record<string, string>> = {
  // Alef: wasla and the Quranic forms. Hamza on and under alef, and madda, fall to bare alef by NFKD.
  ٱ: 'ا',
  // Ta marbuta is written ha by many hands.
  ة: 'ه',
  // Alef maksura and Farsi ya for ya; ya with hamza falls to ya by NFKD.
  ى: 'ي',
  ی: 'ي',
  // Keheh, gaf and the Maghrebi g (three dots) are all "k/g" on one key.
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ݣ: 'ك',
  // Maghrebi and Persian letters for p, v, ch typed on keyboards that lack them.
  پ: 'ب',
  ڤ: 'ف',
  ڥ: 'ف',
  ہ: 'ه',
  ھ: 'ه',
}

/** Latin letters that have no decomposition. */
const latin: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ɣ: 'gh',
  ɛ: 'e',
}

// Marks (harakat, accents), tatweel, a hamza standing alone, and the invisible direction and joining controls.
const dropped = /[\p{M}\u0640\u0621\p{Cf}]/gu
const special = /[٠-٩۰-۹ٱةىیکگڭݣپڤڥہھœæßøđłıɣɛ]/gu
const between = /[^\p{L}\p{N}]+/gu
const plain = /^[a-z0-9 ]*$/

/**
 * Folded text: lower case, no accents, no Arabic marks, one form per letter, Western digits, single spaces between
 * runs of letters and digits. `fold(fold(x)) = fold(x)`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower.trim().replace(/ {2,}/g, ' ')
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(dropped, '')
    .replace(special, replacement)
    .replace(between, ' ')
    .trim()
}

function replacement(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  return arabic[letter] ?? latin[letter] ?? letter
}

/** The words of a text, folded, each once, in order of first appearance. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text)
  return folded === '' ? [] : [...new Set(folded.split(' '))]
}
