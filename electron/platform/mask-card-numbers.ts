import { passesLuhn } from '#shared/kernel/luhn.ts'

/**
 * The last net under the drivers' own masking: whatever reaches a log, no more of a card number than its first six
 * and last four digits stays. Runs of 14 to 19 digits are masked always; of 13 only if the check digit is a card's,
 * because EAN-13 barcodes and epoch milliseconds have 13 digits too and are needed in logs.
 */
export function maskCardNumbers(text: string): string {
  return text.replace(digitRuns, (run) => {
    const digits = run.replace(/[ -]/g, '')
    if (digits.length < 13 || digits.length > 19) return run
    if (digits.length === 13 && !passesLuhn(digits)) return run
    return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`
  })
}

/** Digits together, or in the groups printed on a card. ISO/IEC 7812: a card number has at most 19 digits. */
const digitRuns = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g
