import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { Cell, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { documents } from '#test/fixtures/paper/document-papers.ts'
import { salePapers } from '#test/fixtures/paper/sale-papers.ts'
import { papers } from '#test/fixtures/paper/tickets.ts'
import { decodeEscpos } from '#test/harness/escpos-decoder.ts'
import { epsonPages } from '#test/harness/escpos-pages.data.ts'
import { dotsOf, inkOf, wordsOf } from '#test/harness/escpos-pieces.ts'
import { bytesOf, printBytes } from './printed.ts'

/** Every paper a person has looked at, read a second time: by the decoder that knows neither encoder nor simulator. */
const looked: readonly (readonly [string, PaperDocument])[] = [
  ...Object.entries(papers).map(([name, input]) => [name, receiptDocument(input)] as const),
  ...Object.entries(documents),
  ...Object.entries(salePapers),
]
const profile = printerProfiles['epson-tm-t20']
const page = new Set(
  `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')}${epsonPages[19]}`,
)

const cellsOf = (block: PaperBlock): readonly Cell[] => {
  if (block.type === 'text') return [block.cell]
  if (block.type === 'row') return [block.left, block.right]
  return block.type === 'table' ? block.rows.flat() : []
}

/** Words as paper shows them: marks of direction are not printed, typography a page lacks is written plainly. */
const wordsIn = (cell: Cell): readonly string[] =>
  cell.text
    .replace(/[\u2066-\u2069\u00ad]/g, '')
    .replace(/[\u2010-\u2014\u2212]/g, '-')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replaceAll('…', '...')
    .split(/[\s\u00a0\u2009\u202f]+/)
    .filter(Boolean)

/** A character no font has is sent by its name: `[U+1F600]`. */
const unnamed = (word: string): string =>
  word.replace(/\[U\+([0-9A-F]+)\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

/** How often each word stands there. */
function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** What `these` has more of than `those`. */
const beyond = (these: readonly string[], those: readonly string[]): readonly string[] => {
  const have = counted(those)
  return [...counted(these)].flatMap(([word, count]) =>
    Array<string>(Math.max(0, count - (have.get(word) ?? 0))).fill(word),
  )
}

const black = (sheets: readonly { readonly png: string }[]): number =>
  sheets.reduce((sum, { png }) => {
    const { data } = PNG.sync.read(Buffer.from(png, 'base64'))
    let ink = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink++
    return sum + ink
  }, 0)

describe.each(looked)('%s', (_name, document) => {
  const pieces = decodeEscpos(bytesOf(document, profile))

  test('says in characters the words of its document and no others', () => {
    const cells = document.blocks.flatMap(cellsOf)
    const said = wordsOf(pieces).filter((word) => !/^[─═]+$/.test(word))
    // In a line of two scripts a word may end where the drawn part begins: `20` drawn, `%` sent.
    const written = cells.flatMap(wordsIn)
    const part = (word: string) => written.some((whole) => whole.includes(unnamed(word)))
    expect(beyond(said, written).filter((word) => !part(word))).toEqual([])
    const plain = cells.filter(
      ({ text, direction }) => direction === 'ltr' && [...text].every((char) => page.has(char)),
    )
    expect(beyond(plain.flatMap(wordsIn), said)).toEqual([])
  })

  test('says its codes whole', () => {
    const wanted = document.blocks.flatMap((block) =>
      block.type === 'qr' || block.type === 'barcode' ? [block.data] : [],
    )
    expect(pieces.flatMap((piece) => (piece.kind === 'code' ? [piece.data] : []))).toEqual(wanted)
  })
})

// Drawn lines are what differs: of the many papers those in other scripts will do.
test.each(looked.filter(([name]) => !name.includes('/') || /\/(ar|zgh|zh)$/.test(name)))(
  '%s burns as many dots as it sends',
  async (_name, document) => {
    const bytes = bytesOf(document, profile)
    const dots = dotsOf(decodeEscpos(bytes))
    const without = bytes.slice()
    for (const { bytes: at } of dots) without.fill(0, at.from, at.to)
    const [all, letters] = await Promise.all([printBytes(bytes, 576), printBytes(without, 576)])
    expect(all.reports).toEqual([])
    expect(black(all.sheets) - black(letters.sheets)).toBe(dots.reduce((sum, each) => sum + inkOf(each), 0))
  },
)
