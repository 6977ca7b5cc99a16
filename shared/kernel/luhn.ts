/**
 * Whether the last digit is the check digit of the others, as on every bank card (ISO/IEC 7812-1 annex B).
 * @param digits decimal digits only, any number of them
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
