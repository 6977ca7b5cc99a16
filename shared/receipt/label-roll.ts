import { cell, cut, space, textBlock } from './blocks.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import type { Label } from './label.ts'

/** Labels on one strip of a receipt printer: beyond it a person would rather print a second strip. */
export const mostOnRoll = 500

/**
 * Labels on the paper of a receipt printer, for a shop without a label printer: one under the other, each cut off.
 * @param language BCP 47 of the shop
 * @throws RangeError for more than `mostOnRoll` labels in all
 */
export function labelRoll(
  labels: readonly { readonly label: Label; readonly count: number }[],
  language: string,
): PaperDocument {
  const all = labels.reduce((sum, { count }) => sum + count, 0)
  if (all > mostOnRoll) throw new RangeError(`${all} labels are more than a strip of ${mostOnRoll}`)
  const blocks = labels.flatMap(({ label, count }) => {
    const one = labelBlocks(label)
    return Array.from({ length: count }, () => one).flat()
  })
  return { blocks, language }
}

function labelBlocks({ names, price, currency, notes, code }: Label): readonly PaperBlock[] {
  const [first, ...others] = names
  const bold = first === undefined ? [] : [{ ...first, style: { bold: true } }]
  return [
    ...[...bold, ...others].map((name) => textBlock(name, 'center')),
    ...notes.map((note) => textBlock(note, 'center')),
    // In the direction of the currency, so that it stands behind the amount in either script.
    textBlock(cell(`${price} ${currency.text}`, currency.direction, { bold: true, size: 2 }), 'center'),
    space(),
    ...codeBlocks(code),
    cut,
  ]
}

/** A QR has no figures of its own below it; a sku that no code can say is at least read by a person. */
function codeBlocks({ symbology, data }: Label['code']): readonly PaperBlock[] {
  if (symbology !== 'qr') return [{ type: 'barcode', symbology, data, text: true }]
  const text = textBlock(cell(data, 'ltr'), 'center')
  return /^[\x20-\x7e]{1,600}$/.test(data) ? [{ type: 'qr', data }, text] : [text]
}
