import { createRequire } from 'node:module'

/** Bars of a linear barcode: one entry a module from left to right, true = black. The quiet zone is not among them. */
export interface Bars {
  readonly modules: readonly boolean[]
}

export type BarSymbology = 'ean13' | 'code128'

/**
 * White modules a scanner needs on each side: EAN-13 by GS1 General Specifications §5.2.3.4, Code 128 by
 * ISO/IEC 15417 §4.7 (ten of the narrowest).
 */
export const quietModules: Readonly<Record<BarSymbology, { readonly left: number; readonly right: number }>> =
  { ean13: { left: 11, right: 7 }, code128: { left: 10, right: 10 } }

/** What each symbology can say at all; the check digit of an EAN-13 is the library's to judge. */
const sayable: Readonly<Record<BarSymbology, RegExp>> = { ean13: /^\d{13}$/, code128: /^[\x20-\x7e]{1,48}$/ }

const require = createRequire(import.meta.url)
/** Loaded with the first barcode: 50 ms and 11 MB that a starting till has no use for. */
const library = (): typeof import('bwip-js/node') => require('bwip-js/node')

/**
 * The bars that say `data`.
 * @returns `null` where the symbology cannot say it: an EAN-13 that is not thirteen digits or whose check digit is
 * wrong; a Code 128 that is empty, longer than 48 or not printable ASCII.
 */
export function barsOf(symbology: BarSymbology, data: string): Bars | null {
  if (!sayable[symbology].test(data)) return null
  const widths = widthsOf(symbology, data)
  if (widths === null) return null
  // Bars and spaces in turn, a bar first.
  return { modules: widths.flatMap((width, turn) => Array<boolean>(width).fill(turn % 2 === 0)) }
}

function widthsOf(symbology: BarSymbology, data: string): readonly number[] | null {
  try {
    const [symbol] = library().raw(symbology, data)
    return symbol !== undefined && 'sbs' in symbol ? symbol.sbs : null
  } catch (error) {
    // How the library says that the data is wrong (`bwipp.ean13badCheckDigit`); anything else is not about the data.
    if (error instanceof Error && error.message.startsWith('bwipp.')) return null
    throw error
  }
}
