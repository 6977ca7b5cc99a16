import { setImmediate as turn } from 'node:timers/promises'
import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import type { Strip } from '../layout/strip.ts'
import { pngOf } from '../picture/png.ts'
import { type Box, codeBoxes } from './code-boxes.ts'
import { DotField } from './dot-field.ts'
import { inkOf, inkWidth } from './label-ink.node.ts'
import { type LabelPlan, type PlacedCode, type PlacedText, planLabel } from './label-plan.ts'

/** Our bold face is wider than a label printer's font 0 by about this much. */
export const zeroSqueeze = 0.8

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
  if (plan.code !== null) fillBoxes(field, codeBoxes(plan.code))
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

/** A QR as dots, without its quiet zone. */
export function qrDots(code: Extract<PlacedCode, { kind: 'qr' }>): Strip {
  const field = new DotField(code.heightDots, code.heightDots)
  fillBoxes(field, codeBoxes({ ...code, left: 0, top: 0 }))
  return field.strip
}

function fillBoxes(field: DotField, boxes: readonly Box[]): void {
  for (const { left, top, width, height } of boxes) field.fill(left, top, width, height)
}
