import { escaped } from '../../page/markup.ts'
import { type Box, codeBoxes } from '../code-boxes.ts'
import { zeroSqueeze } from '../label-picture.node.ts'
import type { LabelPlan, PlacedText } from '../label-plan.ts'

/**
 * A planned label as an SVG symbol: the dots of the plan are its units, and the browser shapes the letters, in the fonts
 * that the plan was measured with.
 */
export function labelSymbol({ widthDots, heightDots, texts, code }: LabelPlan, id: string): string {
  const bars = code === null ? [] : codeBoxes(code)
  const black = `<path d="${bars.map(boxPath).join('')}"/>`
  return `<symbol id="${id}" viewBox="0 0 ${widthDots} ${heightDots}">${texts.map(textElement).join('')}${black}</symbol>`
}

function textElement({ text, direction, bold, em, face, squeeze, ...box }: PlacedText): string {
  const across = Number((squeeze * (face === 'zero' ? zeroSqueeze : 1)).toFixed(3))
  const middle = box.anchor === 'center'
  const right = box.anchor === 'right'
  const x = box.left + (middle ? box.width / 2 : right ? box.width : 0)
  // Start and end are the reader's: an Arabic text begins at the right.
  const anchor = middle ? 'middle' : right === (direction === 'rtl') ? 'start' : 'end'
  const place = `transform="translate(${x} ${box.baseline}) scale(${across} 1)"`
  const font = `font-size="${em}"${bold ? ' font-weight="700"' : ''}`
  return `<text ${place} ${font} direction="${direction}" text-anchor="${anchor}">${escaped(text)}</text>`
}

const boxPath = ({ left, top, width, height }: Box): string => `M${left} ${top}h${width}v${height}h-${width}z`
