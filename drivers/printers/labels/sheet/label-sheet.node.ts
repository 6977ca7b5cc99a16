import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import { labelMillimetres } from '#shared/receipt/label-size.ts'
import type { CountedLabel } from '../../label-printer.ts'
import { fontsFor } from '../../page/draw-page.node.ts'
import { escaped } from '../../page/markup.ts'
import { policy } from '../../page/page.ts'
import { fontFace } from '../../page/page-style.ts'
import { planLabel } from '../label-plan.ts'
import { labelSymbol } from './label-svg.ts'
import { type SheetGrid, sheetGrids, sheetMm } from './sheet-grids.data.ts'

export interface SheetOptions {
  /** BCP 47 of the shop. Default `fr`. */
  readonly language?: string
  /** Where the first label goes, row by row: labels before it are used already. [1, labels on a sheet], default 1 */
  readonly start?: number
  /** Small corners to cut along, for plain paper. Default `false`. */
  readonly cutMarks?: boolean
}

/** Beyond it a browser would have to draw more pages than a shop prints in a year. */
const mostLabels = 2_000
/** Units that a label is planned in: finer than any office printer needs. */
const planDpi = 300

/**
 * Sheets of labels on A4 as one HTML page that needs nothing beside itself: fonts travel in it, nothing runs.
 * @throws RangeError for more than 2000 labels in all, or a start that is not on the sheet
 */
export function labelSheet(
  labels: readonly CountedLabel[],
  size: LabelSizeKey,
  options: SheetOptions = {},
): string {
  const { language = 'fr', start = 1, cutMarks = false } = options
  const grid = sheetGrids[size]
  const each = grid.columns * grid.rows
  const all = labels.reduce((sum, { count }) => sum + count, 0)
  if (all > mostLabels) throw new RangeError(`${all} labels are more than ${mostLabels}`)
  if (!Number.isInteger(start) || start < 1 || start > each)
    throw new RangeError(`no place ${start} on a sheet of ${each}`)

  const plans = labels.map(({ label }) => planLabel(label, size, planDpi))
  const drawn = labels.flatMap(({ count }, kind) => Array<number>(count).fill(kind))
  const sheets = Array.from({ length: Math.ceil((start - 1 + all) / each) }, (_, sheet) => {
    const places = Array.from(
      { length: each },
      (_, place) => drawn[sheet * each + place - (start - 1)] ?? null,
    )
    return sheetMarkup(places, size, grid, cutMarks)
  })
  const words = plans.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ')
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>${escaped(titleOf(labels))}</title>
<style>${sheetStyle(words)}</style>
</head>
<body>
<svg class="kinds">
${plans.map((plan, kind) => labelSymbol(plan, `kind-${kind}`)).join('\n')}
</svg>
${sheets.join('\n')}
</body>
</html>
`
}

/** The first name on it: what the window and the print queue call the page. */
const titleOf = (labels: readonly CountedLabel[]): string => labels[0]?.label.names[0]?.text ?? ''

/** One sheet, in millimetres. @param places the kind of label at each place, row by row; `null`: none */
function sheetMarkup(
  places: readonly (number | null)[],
  size: LabelSizeKey,
  { columns, leftMm, topMm }: SheetGrid,
  cutMarks: boolean,
): string {
  const { width, height } = labelMillimetres(size)
  const uses = places.map((kind, place) => {
    if (kind === null) return ''
    const x = leftMm + (place % columns) * width
    const y = topMm + Math.floor(place / columns) * height
    const marks = cutMarks ? cornerMarks(x, y, width, height) : ''
    return `<use href="#kind-${kind}" x="${x}" y="${y}" width="${width}" height="${height}"/>${marks}`
  })
  return `<svg class="sheet" viewBox="0 0 ${sheetMm.width} ${sheetMm.height}">${uses.join('')}</svg>`
}

/** A cross at each corner, 2 mm wide. */
function cornerMarks(x: number, y: number, width: number, height: number): string {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ]
  return `<path class="cut" d="${corners.map(([cx = 0, cy = 0]) => `M${cx - 1} ${cy}h2M${cx} ${cy - 1}v2`).join('')}"/>`
}

function sheetStyle(words: string): string {
  const fonts = fontsFor(words)
  const families = [...new Set(fonts.map(({ family }) => family)), 'sans-serif'].join(', ')
  return `
${fonts.map(fontFace).join('\n')}
@page { size: ${sheetMm.width}mm ${sheetMm.height}mm; margin: 0 }
body { margin: 0; background: #fff; font-family: ${families} }
text { white-space: pre }
.kinds { position: absolute; width: 0; height: 0 }
.sheet { display: block; width: ${sheetMm.width}mm; height: ${sheetMm.height}mm; break-after: page }
.sheet:last-child { break-after: auto }
.cut { fill: none; stroke: #888; stroke-width: 0.1 }
@media screen { .sheet + .sheet { border-top: 1px dashed #888 } }
`
}
