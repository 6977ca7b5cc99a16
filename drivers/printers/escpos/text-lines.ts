import type { Cell, PaperBlock } from '#shared/receipt/document.ts'
import { wordsFit, wrapText } from '../layout/wrap.ts'
import type { PrinterProfile } from '../printer.ts'
import { pageText } from './code-page.ts'

/** A run of characters in one style; a line is runs beside each other. */
export interface TextRun {
  readonly text: string
  readonly bold: boolean
  readonly size: 1 | 2
}
export interface TextLine {
  readonly side: 'left' | 'center' | 'right'
  readonly runs: readonly TextRun[]
}

/** Lines for the printer's own font, or `null` if the block has anything the code page cannot write left to right. */
export function textLines(
  block: Extract<PaperBlock, { type: 'text' | 'row' }>,
  profile: PrinterProfile,
): readonly TextLine[] | null {
  if (block.type === 'row') return rowLines(block, profile)
  const run = runOf(block.cell, profile)
  if (run === null) return null
  const side = block.align === 'center' ? 'center' : block.align === 'start' ? 'left' : 'right'
  return wrapped(run, profile.columns, profile).map((line) => ({ side, runs: [line] }))
}

function rowLines(
  block: Extract<PaperBlock, { type: 'row' }>,
  profile: PrinterProfile,
): readonly TextLine[] | null {
  const left = runOf(block.left, profile)
  const right = runOf(block.right, profile)
  if (left === null || right === null) return null
  const rightColumns = columnsOf(right.text, right, profile)
  const room = profile.columns - rightColumns - 1
  // Below each other if a word of the left would not stay whole beside the right.
  if (room <= 0 || !wordsFit(left.text, room, (text) => columnsOf(text, left, profile)))
    return [
      ...wrapped(left, profile.columns, profile).map((line): TextLine => ({ side: 'left', runs: [line] })),
      ...wrapped(right, profile.columns, profile).map((line): TextLine => ({ side: 'right', runs: [line] })),
    ]
  return wrapped(left, room, profile).map((line, index): TextLine => {
    if (index > 0) return { side: 'left', runs: [line] }
    const padding = profile.columns - line.text.length * left.size - rightColumns
    const blank: TextRun = { text: ' '.repeat(padding), bold: false, size: 1 }
    const [end = right] = wrapped(right, profile.columns, profile)
    return { side: 'left', runs: [line, blank, end] }
  })
}

/** A cell that the page can write. Its isolates are kept until it is wrapped: they say what must not be broken. */
function runOf(cell: Cell, profile: PrinterProfile): TextRun | null {
  if (cell.direction !== 'ltr') return null
  if (pageText(cell.text, profile.codePage.name) === null) return null
  return { text: cell.text, bold: cell.style?.bold ?? false, size: cell.style?.size ?? 1 }
}

/** Characters the text takes in the printer's own font. */
const columnsOf = (text: string, { size }: TextRun, profile: PrinterProfile): number =>
  (pageText(text, profile.codePage.name) ?? '').length * size

function wrapped(run: TextRun, columns: number, profile: PrinterProfile): readonly TextRun[] {
  const lines = wrapText(run.text, columns, (text) => columnsOf(text, run, profile))
  return lines.map((line) => ({ ...run, text: pageText(line, profile.codePage.name) ?? '' }))
}
