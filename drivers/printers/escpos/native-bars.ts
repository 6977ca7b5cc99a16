import type { BarSymbology } from '../layout/bars.ts'
import type { NativeBars } from './commands.ts'
import { withoutRealTime } from './real-time.ts'

/** A barcode the printer draws itself, and how many modules it will have. */
export interface SizedBars extends NativeBars {
  readonly modules: number
}

/** @returns `null` where the symbology cannot say the data: a printer would print it as letters, or nothing. */
export function nativeBars(symbology: BarSymbology, data: string): SizedBars | null {
  if (symbology === 'ean13') return rightEan13(data) ? { system: 67, data: ascii(data), modules: 95 } : null
  if (!/^[\x20-\x7e]{1,48}$/.test(data)) return null
  const shortest = code128(data, true)
  // Pairs of digits are sent as the number they make, and 16 04 would be a real-time command.
  const safe = withoutRealTime(shortest.data) === shortest.data
  return safe ? shortest : code128(data, false)
}

/** Thirteen figures of which, every second three times, the sum is whole tens (GS1 General Specifications §7.9). */
const rightEan13 = (data: string): boolean =>
  /^\d{13}$/.test(data) &&
  Array.from(data, Number).reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** Digits in a row from which on pairs (code set C) are shorter: at an end of the data, and between letters. */
const worthPairs = { atEnd: 4, within: 6 } as const

/**
 * The data as GS k 73 wants it: `{B` and `{C` choose the code set, a brace of the data is doubled, and in set C one
 * byte is one pair of digits. Modules: eleven each for start, characters and check, thirteen for the stop
 * (ISO/IEC 15417 §4.2).
 */
function code128(data: string, pairs: boolean): SizedBars {
  const bytes: number[] = []
  let symbols = 0
  let set = ''
  const choose = (next: 'B' | 'C') => {
    if (set === next) return
    bytes.push(0x7b, next.charCodeAt(0))
    set = next
    // The first choice is the start symbol, each later one a symbol of its own.
    symbols++
  }
  for (let at = 0; at < data.length; ) {
    const digits = /^\d*/.exec(data.slice(at))?.[0].length ?? 0
    const atEnd = at === 0 || at + digits === data.length
    if (pairs && digits >= (atEnd ? worthPairs.atEnd : worthPairs.within)) {
      // An odd digit goes first, in letters; of data that begins with digits it goes last.
      if (digits % 2 === 1 && at > 0) letter(data[at++] ?? '')
      choose('C')
      for (const end = at + digits - (digits % 2); at < end; at += 2, symbols++)
        bytes.push(Number(data.slice(at, at + 2)))
    } else letter(data[at++] ?? '')
  }
  return { system: 73, data: Uint8Array.from(bytes), modules: 11 * (symbols + 1) + 13 }

  function letter(char: string): void {
    choose('B')
    bytes.push(char.charCodeAt(0))
    if (char === '{') bytes.push(0x7b)
    symbols++
  }
}
