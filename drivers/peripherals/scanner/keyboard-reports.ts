import { longestScan, type Scan } from './scan.ts'
import { commandBits, endKeys, rollOver, shiftBits, usKeys } from './usages.data.ts'

/** Boot keyboard report: modifiers, a byte of the maker's, six keys that are down (HID 1.11 appendix B.1). */
const reportLength = 8

/**
 * Reads codes from a scanner that plays a keyboard, by usage codes: a key counts once when it goes down, in the
 * order of the report; Enter or Tab ends the code. Pure: what time does to it comes through `silence`.
 */
export class KeyboardReports {
  #down: readonly number[] = []
  #text = ''
  #tooLong = false

  /** @param report eight bytes, with the report's id before them where the device numbers its reports */
  feed(report: Uint8Array): readonly Scan[] {
    const keys = report.length === reportLength + 1 ? report.subarray(1) : report
    if (keys.length !== reportLength) return []
    const pressed = [...keys.subarray(2)].filter((usage) => usage !== 0)
    // It cannot tell which keys: what was down before still is.
    if (pressed.includes(rollOver)) return []
    const fresh = pressed.filter((usage) => !this.#down.includes(usage))
    this.#down = pressed
    const modifiers = keys[0] ?? 0
    if ((modifiers & commandBits) !== 0) return []
    return fresh.flatMap((usage) => this.#press(usage, (modifiers & shiftBits) !== 0))
  }

  /** No key for a while: a code without an end is none, or somebody's fingers would be sold. */
  silence(): void {
    this.#text = ''
    this.#tooLong = false
  }

  /** Another device, or the same one plugged in anew: no key of it is down yet. */
  reset(): void {
    this.#down = []
    this.silence()
  }

  get halfway(): boolean {
    return this.#text !== ''
  }

  #press(usage: number, shifted: boolean): readonly Scan[] {
    if (!endKeys.includes(usage)) {
      const letter = usKeys[usage]?.[shifted ? 1 : 0] ?? ''
      if (this.#text.length >= longestScan) this.#tooLong = true
      else this.#text += letter
      return []
    }
    const text = this.#text
    const good = text !== '' && !this.#tooLong
    this.silence()
    return good ? [{ text, symbology: null }] : []
  }
}
