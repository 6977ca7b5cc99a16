import type { Cell, PaperBlock, TableColumn } from '#shared/receipt/document.ts'
import { isPicture, scaled } from '../layout/halftone.ts'
import { greyPngOf } from '../picture/png.ts'
import { escaped, escapedWords } from './markup.ts'
import { barsSvg, qrSvg } from './symbol-svg.ts'

/** Pixels across that a photograph keeps: 300 to the inch on an A4 page would be no better to the eye. */
const mostPixels = 1_000

/** A block as markup. @param roomMm width between the margins. */
export function blockMarkup(block: PaperBlock, roomMm: number): string {
  switch (block.type) {
    case 'text':
      return cellMarkup('p', block.cell, block.align)
    case 'row':
      return `<div class="row">${cellMarkup('span', block.left)}${cellMarkup('span', block.right)}</div>`
    case 'rule':
      return block.style === 'single' ? '<hr>' : '<hr class="double">'
    case 'qr':
      return figure(qrSvg(block.data, roomMm) ?? boxed(block.data))
    case 'barcode':
      return barsMarkup(block, roomMm)
    case 'picture':
      return pictureMarkup(block)
    case 'table':
      return tableMarkup(block)
    case 'space':
      return '<br>'.repeat(block.lines)
    case 'cut':
      return ''
  }
}

function cellMarkup(tag: 'p' | 'span' | 'td' | 'th', cell: Cell, ...more: readonly string[]): string {
  const { bold, size } = cell.style ?? {}
  const classes = [...more, ...(bold === true ? ['bold'] : []), ...(size === 2 ? ['big'] : [])]
  const named = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  // An empty line is as tall as another.
  return `<${tag} dir="${cell.direction}"${named}>${escapedWords(cell.text) || '&nbsp;'}</${tag}>`
}

const figure = (content: string): string => `<div class="figure">${content}</div>`

const boxed = (text: string): string => `<p class="box" dir="auto">${escapedWords(text)}</p>`

function barsMarkup(
  { symbology, data, text }: Extract<PaperBlock, { type: 'barcode' }>,
  roomMm: number,
): string {
  const bars = barsSvg(symbology, data, roomMm)
  if (bars === null) return figure(boxed(data))
  return figure(text ? `${bars}<p dir="ltr">${escaped(data)}</p>` : bars)
}

function pictureMarkup({ picture, alt, widthShare }: Extract<PaperBlock, { type: 'picture' }>): string {
  if (!isPicture(picture)) return figure(boxed(alt))
  const widthPx = Math.min(mostPixels, picture.widthPx)
  const heightPx = Math.max(1, Math.round((picture.heightPx * widthPx) / picture.widthPx))
  const kept = widthPx === picture.widthPx ? picture : scaled(picture, widthPx, heightPx)
  const data = Buffer.from(greyPngOf(kept)).toString('base64')
  const percent = Math.round(Math.min(1, Math.max(0.05, widthShare)) * 100)
  return figure(`<img width="${percent}%" alt="${escaped(alt)}" src="data:image/png;base64,${data}">`)
}

function tableMarkup({ columns, rows, head }: Extract<PaperBlock, { type: 'table' }>): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => `<col width="${((share / whole) * 100).toFixed(2)}%">`)
  const lines = rows.map((cells, index) => rowMarkup(cells, columns, head && index === 0 ? 'th' : 'td'))
  const top = head ? `<thead>${lines.shift() ?? ''}</thead>` : ''
  return `<table dir="ltr"><colgroup>${widths.join('')}</colgroup>${top}<tbody>${lines.join('')}</tbody></table>`
}

function rowMarkup(cells: readonly Cell[], columns: readonly TableColumn[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell, i) => cellMarkup(tag, cell, columns[i]?.side ?? 'left')).join('')}</tr>`
}
