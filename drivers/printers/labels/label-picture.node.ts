import { setImmediate as turn } from 'node:timers/promises'
import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import { barsOf } from '../layout/bars.ts'
import type { Strip } from '../layout/strip.ts'
import { pngOf } from '../picture/png.ts'
import { DotField } from './dot-field.ts'
import { inkOf, inkWidth } from './label-ink.node.ts'
import { guardDots, type LabelPlan, type PlacedCode, type PlacedText, planLabel } from './label-plan.ts'

/** Our bold face is wider than a label printer's font 0 by about this much. */
const zeroSqueeze = 0.8

/** The label as a picture for a screen, PNG of one bit a dot, as the printer will lay it out. */
export async function drawLabel(label: Label, size: LabelSizeKey, dpi: 203 | 300): Promise<Uint8Array> {
  // Native memory of the canvas is only given back when the event loop turns.
  await turn()
  const plan = planLabel(label, size, dpi)
  return pngOf(drawPlan(plan).strip, plan.widthDots)
}

/** A plan carried out in dots, all of it drawn by us. */
export function drawPlan(plan: LabelPlan): DotField {
  const field = new DotField(plan.widthDots, plan.heightDots)
  for (const text of plan.texts) drawText(field, text)
  if (plan.code !== null) drawCode(field, plan.code)
  return field
}

/** Dots of a placed text, and the dots from the left and the top of the label where they go. */
export function inkAt(text: PlacedText) {
  const { direction, bold, em, face } = text
  const squeeze = text.squeeze * (face === 'zero' ? zeroSqueeze : 1)
  const font = { direction, bold, em, squeeze }
  const ink = inkOf(text.text, font)
  if (ink === null) return null
  const free = text.width - inkWidth(text.text, font)
  const indent = text.anchor === 'left' ? 0 : text.anchor === 'right' ? free : Math.floor(free / 2)
  return { strip: ink.strip, left: text.left + indent + ink.left, top: text.baseline - ink.rise }
}

function drawText(field: DotField, text: PlacedText): void {
  const ink = inkAt(text)
  if (ink !== null) field.put(ink.strip, ink.left, ink.top)
}

function drawCode(field: DotField, code: PlacedCode): void {
  if (code.kind === 'qr') field.put(qrDots(code), code.left, code.top)
  else drawBars(field, code)
}

/** A QR as dots, without its quiet zone. */
export function qrDots({ modules, moduleDots }: Extract<PlacedCode, { kind: 'qr' }>): Strip {
  const field = new DotField(modules.length * moduleDots, modules.length * moduleDots)
  modules.forEach((row, y) => {
    row.forEach((black, x) => {
      if (black) field.fill(x * moduleDots, y * moduleDots, moduleDots, moduleDots)
    })
  })
  return field.strip
}

function drawBars(field: DotField, code: Extract<PlacedCode, { kind: 'bars' }>): void {
  const modules = barsOf(code.symbology, code.data)?.modules ?? []
  // Figures in pairs make a Code 128 narrower than it was given room for.
  const left = code.left + Math.floor((code.widthDots - modules.length * code.moduleDots) / 2)
  modules.forEach((black, at) => {
    const guard = code.symbology === 'ean13' && (at < 3 || at >= 92 || (at >= 45 && at < 50))
    const height = code.heightDots + (guard ? guardDots(code.moduleDots) : 0)
    if (black) field.fill(left + at * code.moduleDots, code.top, code.moduleDots, height)
  })
}
