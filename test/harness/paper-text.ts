import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'

function texts(block: PaperBlock): readonly string[] {
  switch (block.type) {
    case 'text':
      return [block.cell.text]
    case 'row':
      return [block.left.text, block.right.text]
    case 'table':
      return block.rows.flatMap((cells) => cells.map((each) => each.text))
    case 'picture':
      return [block.alt]
    default:
      return []
  }
}

/** Every text of a paper, top to bottom, as the layout wrote it. */
export const textsOf = (document: PaperDocument): readonly string[] => document.blocks.flatMap(texts)

/** What is read: a line for each text, without isolates, thin spaces as spaces. */
export const readable = (document: PaperDocument): string =>
  textsOf(document)
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\u202f|\u00a0/g, ' ')
    .replaceAll('\u2212', '-')

/** What a scanner reads of it: QR and bars, in order. */
export const codesOf = (document: PaperDocument): readonly string[] =>
  document.blocks.flatMap((block) => (block.type === 'qr' || block.type === 'barcode' ? [block.data] : []))

/** What stands outside every isolate: words and their punctuation, where no figure has any business. */
export const unisolated = (text: string): string => {
  let rest = text
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '')
  }
  return rest
}
