import { isEan13 } from '../catalogue/ean.ts'
import type { CatalogueItem } from '../catalogue/item.ts'
import type { LabelSizeKey } from '../kernel/paper-kinds.ts'
import type { Label } from './label.ts'
import { labelMarginMm, labelMillimetres, leastModuleMm } from './label-size.ts'

/** Modules of an EAN-13 with its quiet zone: 11 + 95 + 7 (GS1 General Specifications §5.2.3.4). */
const eanModules = 113

/** Longest text the seam of the printers takes as Code 128. */
const longestCode128 = 48

/**
 * Modules of a Code 128 in code set B with its quiet zone: start, a symbol a character, check, stop (ISO/IEC 15417).
 * Pairs of figures could take half; a label that is sure to fit does not count on it.
 */
export const code128Modules = (data: string): number => 10 + 11 * (data.length + 2) + 13 + 10

const fits = (modules: number, size: LabelSizeKey): boolean =>
  modules * leastModuleMm <= labelMillimetres(size).width - 2 * labelMarginMm

/**
 * What the scanner is given: the item's own EAN-13, else its sku as Code 128. A QR of the same text where the bars
 * would be too narrow to read, or the sku has characters that Code 128 has not.
 */
export function labelCode(item: Pick<CatalogueItem, 'sku' | 'barcodes'>, size: LabelSizeKey): Label['code'] {
  const ean = item.barcodes.find(isEan13)
  if (ean !== undefined) return { symbology: fits(eanModules, size) ? 'ean13' : 'qr', data: ean }
  const asBars =
    /^[\x20-\x7e]+$/.test(item.sku) &&
    item.sku.length <= longestCode128 &&
    fits(code128Modules(item.sku), size)
  return { symbology: asBars ? 'code128' : 'qr', data: item.sku }
}
