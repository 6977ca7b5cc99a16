import type { Cell, PaperBlock, TextStyle } from '#shared/receipt/document.ts'
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
  return wrapped(run, profile.columns).map((text) => ({ side, runs: [{ ...run, text }] }))
}

function rowLines(
  block: Extract<PaperBlock, { type: 'row' }>,
  profile: PrinterProfile,
): readonly TextLine[] | null {
  const left = runOf(block.left, profile)
  const right = runOf(block.right, profile)
  if (left === null || right === null) return null
  const rightColumns = right.text.length * right.size
  const room = profile.columns - rightColumns - 1
  // Below each other if a word of the left would not stay whole beside the right.
  if (room <= 0 || !wordsFit(left.text, room, (text) => text.length * left.size))
    return [
      ...wrapped(left, profile.columns).map(
        (text): TextLine => ({ side: 'left', runs: [{ ...left, text }] }),
      ),
      ...wrapped(right, profile.columns).map(
        (text): TextLine => ({ side: 'right', runs: [{ ...right, text }] }),
      ),
    ]
  return wrapped(left, room).map((text, index): TextLine => {
    if (index > 0) return { side: 'left', runs: [{ ...left, text }] }
    const padding = profile.columns - text.length * left.size - rightColumns
    const blank: TextRun = { text: ' '.repeat(padding), bold: false, size: 1 }
    return { side: 'left', runs: [{ ...left, text }, blank, right] }
  })
}

function runOf(cell: Cell, profile: PrinterProfile): TextRun | null {
  if (cell.direction !== 'ltr') return null
  const text = pageText(cell.text, profile.codePage.name)
  return text === null ? null : { text, ...styleOf(cell.style) }
}

const styleOf = (style: TextStyle | undefined) => ({
  bold: style?.bold ?? false,
  size: style?.size ?? (1 as const),
})

const wrapped = (run: TextRun, columns: number): readonly string[] =>
  wrapText(run.text, columns, (text) => text.length * run.size)
