import { encode as encodeQr } from 'uqr'
import type { Label } from '#shared/receipt/label.ts'
import { code128Modules } from '#shared/receipt/label-code.ts'
import { leastModuleMm } from '#shared/receipt/label-size.ts'
import { barsOf, quietModules } from '../layout/bars.ts'

/** Bars across the label, or a square at its right. Places are the caller's. */
export type LabelCode =
  | {
      readonly kind: 'bars'
      readonly symbology: 'ean13' | 'code128'
      readonly data: string
      readonly moduleDots: number
      /** Of the black part, quiet zones left out. */
      readonly widthDots: number
    }
  | {
      readonly kind: 'qr'
      readonly data: string
      readonly modules: readonly (readonly boolean[])[]
      readonly moduleDots: number
    }

/** Modules kept white around a QR (ISO/IEC 18004 §6.3.8). */
export const qrQuietModules = 4

/** Wider bars than this read no better. mm */
const mostModuleMm = 0.4
const mostQrModuleMm = 0.75
/** No label has room for a symbol of more. */
const longestQr = 600
/** Share of a label's width that a QR may take: the rest is for names and the price. */
const qrShare = 0.4

/** Dots of a module, the widest first. */
const choices = (dpi: number, mostMm: number): readonly number[] => {
  const least = Math.round((leastModuleMm * dpi) / 25.4)
  const most = Math.max(least, Math.floor((mostMm * dpi) / 25.4))
  return Array.from({ length: most - least + 1 }, (_, less) => most - less)
}

/**
 * The code as it fits a label: bars as asked, else a QR of the same text; `null` where neither does, and the text alone
 * is left to be read.
 */
export function codeFor(
  code: Label['code'],
  label: { readonly widthDots: number; readonly heightDots: number; readonly dpi: number },
): LabelCode | null {
  return (code.symbology === 'qr' ? null : bars(code.symbology, code.data, label)) ?? qr(code.data, label)
}

function bars(
  symbology: 'ean13' | 'code128',
  data: string,
  { widthDots, dpi }: { readonly widthDots: number; readonly dpi: number },
): LabelCode | null {
  if (barsOf(symbology, data) === null) return null
  const { left, right } = quietModules[symbology]
  // As the label printer will code it: figures in pairs would be narrower, and are not counted on.
  const quiet = left + right
  const modules = symbology === 'ean13' ? 95 : code128Modules(data) - quiet
  const moduleDots = choices(dpi, mostModuleMm).find((dots) => (modules + quiet) * dots <= widthDots)
  if (moduleDots === undefined) return null
  return { kind: 'bars', symbology, data, moduleDots, widthDots: modules * moduleDots }
}

function qr(
  data: string,
  label: { readonly widthDots: number; readonly heightDots: number; readonly dpi: number },
): LabelCode | null {
  if (data.length > longestQr) return null
  const symbol = encodeQr(data, { ecc: 'M', border: 0, boostEcc: false })
  const across = symbol.size + 2 * qrQuietModules
  const moduleDots = choices(label.dpi, mostQrModuleMm).find(
    (dots) => across * dots <= Math.min(label.heightDots, label.widthDots * qrShare),
  )
  return moduleDots === undefined ? null : { kind: 'qr', data, modules: symbol.data, moduleDots }
}
