import { readFileSync } from 'node:fs'
import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { chinese, fontFiles } from '../layout/font-files.ts'
import { nameMissing } from '../layout/fonts.node.ts'
import { namedWords } from '../layout/raster-block.ts'
import { coveredCodePoints } from '../layout/woff-cmap.ts'
import { pageOf } from './page.ts'
import type { PageFont } from './page-style.ts'
import type { PaperSize } from './paper-sizes.data.ts'

/**
 * The document as a page for an office printer, a screen or a file: see `pageOf`. Fonts travel in it, those of the
 * scripts that it needs.
 */
export function drawPage(document: PaperDocument, paper: PaperSize): string {
  const named = { ...document, blocks: document.blocks.map(namedBlock) }
  return pageOf(named, paper, fontsFor(wordsOf(named.blocks)))
}

function namedBlock(block: PaperBlock): PaperBlock {
  switch (block.type) {
    case 'text':
    case 'row':
    case 'table':
      return namedWords(block)
    case 'picture':
      return { ...block, alt: nameMissing(block.alt) }
    default:
      return block
  }
}

function wordsOf(blocks: readonly PaperBlock[]): string {
  return blocks
    .flatMap((block) => {
      switch (block.type) {
        case 'text':
          return [block.cell.text]
        case 'row':
          return [block.left.text, block.right.text]
        case 'table':
          return block.rows.flatMap((cells) => cells.map((cell) => cell.text))
        case 'picture':
          return [block.alt]
        case 'qr':
        case 'barcode':
          return [block.data]
        default:
          return []
      }
    })
    .join(' ')
}

/** Drawn by nobody, in whatever font: isolates and spaces. */
const unseen = /[\p{Default_Ignorable_Code_Point}\s]/gu

/** The fonts that have letters of the text which no font before them has; both weights of such a family. */
export function fontsFor(words: string): readonly PageFont[] {
  const missing = new Set(Array.from(words.replace(unseen, ''), (char) => char.codePointAt(0) ?? 0))
  const needed = new Set<string>()
  const fonts: PageFont[] = []
  for (const { family, weight, locate } of [...fontFiles, chinese]) {
    if (missing.size === 0 && !needed.has(family)) continue
    const { bytes, letters } = fontAt(locate())
    const found = [...missing].filter((code) => letters.has(code))
    for (const code of found) missing.delete(code)
    if (found.length > 0) needed.add(family)
    if (needed.has(family)) fonts.push({ family, weight, bytes })
  }
  return fonts
}

interface ReadFont {
  readonly bytes: Uint8Array
  readonly letters: ReadonlySet<number>
}

const readFonts = new Map<string, ReadFont>()

function fontAt(path: string): ReadFont {
  const known = readFonts.get(path)
  if (known !== undefined) return known
  const bytes = readFileSync(path)
  const font = { bytes, letters: coveredCodePoints(bytes) }
  readFonts.set(path, font)
  return font
}
