import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { escaped } from './markup.ts'
import { blockMarkup } from './page-blocks.ts'
import { type PageFont, pageStyle } from './page-style.ts'
import { type PaperSize, paperSizes } from './paper-sizes.data.ts'
import { stripHeightMm } from './strip-height.ts'

/** Nothing is loaded from anywhere and nothing runs: the page is what it says. */
export const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/**
 * The document as one HTML page that needs nothing beside itself: no script, no file, no network. Each paper (up to a
 * `cut`) begins on a page of its own, of the size that `paper` says.
 */
export function pageOf(document: PaperDocument, paper: PaperSize, fonts: readonly PageFont[]): string {
  const { widthMm, marginMm } = paperSizes[paper]
  const roomMm = widthMm - 2 * marginMm
  const papers = papersOf(document.blocks)
  const heights = papers.map((blocks) => (paper === 'strip' ? stripHeightMm(blocks) : paperSizes.a4.heightMm))
  const sections = papers.map((blocks, i) => {
    const content = blocks.map((block) => blockMarkup(block, roomMm)).join('\n')
    return `<section id="paper-${i}">\n${content}\n</section>`
  })
  return `<!doctype html>
<html lang="${escaped(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>${escaped(titleOf(document))}</title>
<style>${pageStyle(paper, heights, fonts)}</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`
}

/** The blocks of each paper. */
function papersOf(blocks: readonly PaperBlock[]): readonly (readonly PaperBlock[])[] {
  const papers: PaperBlock[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'cut') papers.push([])
    else papers.at(-1)?.push(block)
  }
  return papers.filter((paper, i) => paper.length > 0 || (i === 0 && papers.length === 1))
}

/** The first words on it: what the window and the print queue call the page. */
function titleOf({ blocks }: PaperDocument): string {
  for (const block of blocks)
    if (block.type === 'text') return block.cell.text.replace(/[\u2066-\u2069]/g, '').trim()
  return ''
}
