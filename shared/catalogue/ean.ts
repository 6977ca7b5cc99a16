/**
 * The check digit of an EAN-13: weights 1 and 3 from the left over twelve digits, complement to ten (GS1 General
 * Specifications §7.9).
 */
export function eanCheckDigit(twelve: string): string {
  if (!/^\d{12}$/.test(twelve)) throw new RangeError(`not twelve digits: ${twelve}`)
  let total = 0
  for (let place = 0; place < 12; place++) total += Number(twelve[place]) * (place % 2 === 0 ? 1 : 3)
  return String((10 - (total % 10)) % 10)
}

/** Thirteen digits whose last one is right. */
export const isEan13 = (code: string): boolean =>
  /^\d{13}$/.test(code) && eanCheckDigit(code.slice(0, 12)) === code[12]

/**
 * A code for use inside one shop: prefix 200, which GS1 leaves to each company for its own labels.
 * @param number the shop's own number. [0, 999_999_999]
 */
export function internalEan13(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 999_999_999) {
    throw new RangeError(`not a label number: ${number}`)
  }
  const twelve = `200${String(number).padStart(9, '0')}`
  return twelve + eanCheckDigit(twelve)
}
