import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'

/** Each sheet of a paper as a paper of its own, without its cut. */
export function sheetsOf({ language, blocks }: PaperDocument): readonly PaperDocument[] {
  const sheets: PaperBlock[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'cut') sheets.push([])
    else sheets.at(-1)?.push(block)
  }
  return sheets.filter((sheet) => sheet.length > 0).map((sheet) => ({ language, blocks: sheet }))
}
