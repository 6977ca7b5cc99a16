import { type BarSymbology, barsOf, quietModules } from '../layout/bars.ts'
import { fitQr, qrModules } from '../layout/symbol.ts'
import { escaped } from './markup.ts'

/** Narrowest part of a QR and of bars on a page, mm: what a laser printer and a telephone are both sure of. */
const qrModuleMm = { most: 0.75, least: 0.3 } as const
const barModuleMm = { most: 0.33, least: 0.25 } as const
const barHeightMm = 12
const qrQuiet = 4

/** A QR as lines, or `null` if it cannot be one or there is no room for it. @param roomMm width of the page */
export function qrSvg(data: string, roomMm: number): string | null {
  // Fits in modules of one dot if the data can be a QR at all.
  const fitted = fitQr(data, Number.MAX_SAFE_INTEGER)
  if (fitted === null) return null
  const across = fitted.size + 2 * qrQuiet
  const moduleMm = Math.min(qrModuleMm.most, roomMm / across)
  if (moduleMm < qrModuleMm.least) return null
  const path = qrModules(data)
    .map((line, y) => runs(line, y + qrQuiet, qrQuiet, 1))
    .join('')
  return svg(across, across, across * moduleMm, across * moduleMm, path, data)
}

/** Bars as lines, or `null` if the symbology cannot say the data or there is no room. */
export function barsSvg(symbology: BarSymbology, data: string, roomMm: number): string | null {
  const bars = barsOf(symbology, data)
  if (bars === null) return null
  const quiet = quietModules[symbology]
  const across = quiet.left + bars.modules.length + quiet.right
  const moduleMm = Math.min(barModuleMm.most, roomMm / across)
  if (moduleMm < barModuleMm.least) return null
  const height = Math.round(barHeightMm / moduleMm)
  return svg(across, height, across * moduleMm, barHeightMm, runs(bars.modules, 0, quiet.left, height), data)
}

/** Black runs of a row of modules as rectangles of one path. */
function runs(modules: readonly boolean[], y: number, left: number, height: number): string {
  let path = ''
  for (let x = 0; x < modules.length; x++) {
    if (modules[x] !== true) continue
    const from = x
    while (modules[x + 1] === true) x++
    path += `M${left + from} ${y}h${x - from + 1}v${height}h-${x - from + 1}z`
  }
  return path
}

function svg(
  across: number,
  down: number,
  widthMm: number,
  heightMm: number,
  path: string,
  data: string,
): string {
  const size = `width="${widthMm.toFixed(2)}mm" height="${heightMm.toFixed(2)}mm"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${across} ${down}" preserveAspectRatio="none" shape-rendering="crispEdges" role="img" aria-label="${escaped(data)}"><path d="${path}"/></svg>`
}
