import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import { labelMarginMm, labelMillimetres } from '#shared/receipt/label-size.ts'
import { codeFor, type LabelCode, qrQuietModules } from './label-code.ts'
import { chosenLines } from './label-lines.ts'
import { labelStyles } from './label-style.data.ts'
import { heightOf, type LabelText, labelLines, labelText, riseOf, shrunk } from './label-text.ts'

/** A line of text in its box: `left` and `width` in dots, `baseline` from the top. It never leaves the box sideways. */
export interface PlacedText extends LabelText {
  readonly left: number
  readonly width: number
  readonly baseline: number
  readonly anchor: 'left' | 'center' | 'right'
}

/** `left`, `top`: corner of the black part, dots. `heightDots` of bars: without the longer guards. */
export type PlacedCode = LabelCode & {
  readonly left: number
  readonly top: number
  readonly heightDots: number
}

/** One label, every dot of it decided: what encoders and pictures only have to carry out. */
export interface LabelPlan {
  readonly widthDots: number
  readonly heightDots: number
  readonly texts: readonly PlacedText[]
  readonly code: PlacedCode | null
}

/** The smallest price and code that are still legible, and the white between the parts of a label, mm. */
const leastPriceMm = 2
const leastFiguresMm = 1.5
const gapMm = 0.4

/** Guard bars of an EAN-13 reach this far below the others: five modules, and never less than printers make them. */
export const guardDots = (moduleDots: number): number => Math.max(10, 5 * moduleDots)

/**
 * Lays a label out for a size and a resolution. From below: the code with its figures, the price above it; from above:
 * as many lines of names and notes as the rest has room for, the ones that matter most first. A name never reaches the
 * price.
 */
export function planLabel(label: Label, size: LabelSizeKey, dpi: number): LabelPlan {
  const dots = (mm: number) => Math.round((mm * dpi) / 25.4)
  const style = labelStyles[size]
  const millimetres = labelMillimetres(size)
  const [widthDots, heightDots] = [dots(millimetres.width), dots(millimetres.height)]
  const [margin, gap] = [dots(labelMarginMm), dots(gapMm)]
  const inside = { widthDots: widthDots - 2 * margin, heightDots: heightDots - 2 * margin, dpi }
  const code = codeFor(label.code, inside)
  const width = inside.widthDots - sideOf(code)
  const box = { left: margin, width }

  const figures = oneLine(shownCode(label.code, dots(style.figures)), width, dots(leastFiguresMm))
  const price = shrunk(priceText(label, dots(style.price)), width, dots(leastPriceMm))
  const bars = code?.kind === 'bars' ? dots(style.bars) : 0
  const belowBars = code?.kind === 'bars' ? (tailOf(code) ?? gap) : 0
  // Figures alone have nothing below their baseline.
  const figuresHeight = label.code.symbology === 'ean13' ? riseOf(figures) : heightOf(figures)
  const room = inside.heightDots - figuresHeight - belowBars - bars - gap - heightOf(price) - gap
  const lines = chosenLines(label, style, dots, width, room)
  const used = lines.reduce((sum, line) => sum + heightOf(line), 0)
  // Taller bars are easier to hit; half as much again is enough.
  const grown = Math.min(room - used, Math.floor(bars / 2))

  const figuresTop = heightDots - margin - figuresHeight
  const barsTop = figuresTop - belowBars - bars - grown
  const priceTop = barsTop - gap - heightOf(price)
  return {
    widthDots,
    heightDots,
    texts: [
      ...stacked(lines, margin, box),
      { ...price, ...box, baseline: priceTop + riseOf(price), anchor: 'center' },
      { ...figures, ...box, baseline: figuresTop + riseOf(figures), anchor: 'center' },
    ],
    code:
      code === null
        ? null
        : placeCode(code, { widthDots, heightDots, barsTop, bars: bars + grown }, margin + width),
  }
}

/** Dots at the right of the label that a QR and its quiet zone take from the texts. */
const sideOf = (code: LabelCode | null): number =>
  code?.kind === 'qr' ? (code.modules.length + 2 * qrQuietModules) * code.moduleDots : 0

/** How far the guards of an EAN-13 hang below its bars: white enough between them and the figures. */
const tailOf = (code: LabelCode): number | null =>
  code.kind === 'bars' && code.symbology === 'ean13' ? guardDots(code.moduleDots) : null

/**
 * The amount and its currency are one text in the currency's direction, so that they never come apart. Mostly figures:
 * not grown where the word is Arabic.
 */
function priceText({ price, currency }: Label, em: number): LabelText {
  const cell = { text: `${price} ${currency.text}`, direction: currency.direction }
  return { ...labelText(cell, em, true), em }
}

/** The code for people: an EAN-13 in its three groups. */
function shownCode({ symbology, data }: Label['code'], em: number): LabelText {
  const text = symbology === 'ean13' ? `${data.slice(0, 1)} ${data.slice(1, 7)} ${data.slice(7)}` : data
  return labelText({ text, direction: 'ltr' }, em)
}

/** Smaller and narrower before any of it is cut: a person types it where nothing scans. */
const oneLine = (text: LabelText, width: number, least: number): LabelText =>
  labelLines(shrunk(text, width * 1.25, least), width, 1)[0] ?? text

/** Lines under each other, each at the side where its script begins. */
function stacked(
  lines: readonly LabelText[],
  top: number,
  box: { readonly left: number; readonly width: number },
): readonly PlacedText[] {
  let y = top
  return lines.map((line) => {
    const baseline = y + riseOf(line)
    y += heightOf(line)
    return { ...line, ...box, baseline, anchor: line.direction === 'rtl' ? 'right' : 'left' }
  })
}

/** Bars stand in the middle above their figures; a QR at the right, halfway down. */
function placeCode(
  code: LabelCode,
  place: {
    readonly widthDots: number
    readonly heightDots: number
    readonly barsTop: number
    readonly bars: number
  },
  right: number,
): PlacedCode {
  if (code.kind === 'bars') {
    const left = Math.round((place.widthDots - code.widthDots) / 2)
    return { ...code, left, top: place.barsTop, heightDots: place.bars }
  }
  const across = code.modules.length * code.moduleDots
  const left = right + qrQuietModules * code.moduleDots
  return { ...code, left, top: Math.round((place.heightDots - across) / 2), heightDots: across }
}
