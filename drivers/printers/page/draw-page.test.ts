import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Cell, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { drawPage } from './draw-page.node.ts'

const cell = (text: string, direction: Cell['direction'] = 'ltr', more: Partial<Cell> = {}): Cell => ({
  text,
  direction,
  ...more,
})
const text = (of: Cell): PaperBlock => ({ type: 'text', cell: of, align: 'start' })
const cut: PaperBlock = { type: 'cut' }
const paper = (...blocks: readonly PaperBlock[]): PaperDocument => ({ language: 'fr', blocks })
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'))
const drawn = (...blocks: readonly PaperBlock[]) => bodyOf(drawPage(paper(...blocks), 'a4'))

describe('what it says', () => {
  test('each cell in its own direction, escaped, its amounts unbreakable', () => {
    const hostile = `<script>alert(1)</script> & "l'été"`
    const html = drawPage(
      paper(text(cell(hostile)), {
        type: 'row',
        left: cell('زربية', 'rtl'),
        right: cell('\u20661 234,50\u2069', 'ltr', { style: { bold: true } }),
      }),
      'a4',
    )
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;l&#39;été&quot;')
    expect(html).not.toContain('<script')
    expect(html).toContain(
      '<span dir="rtl">زربية</span><span dir="ltr" class="bold"><span class="whole">\u20661 234,50\u2069</span></span>',
    )
    expect(html).toContain('<html lang="fr">')
  })

  test('a table is a table, its head and sides its own', () => {
    const html = drawn({
      type: 'table',
      head: true,
      columns: [
        { share: 3, side: 'left' },
        { share: 1, side: 'right' },
      ],
      rows: [
        [cell('Article'), cell('Montant')],
        [cell('Tajine'), cell('360,00')],
      ],
    })
    expect(html).toContain(
      '<thead><tr><th dir="ltr" class="left">Article</th><th dir="ltr" class="right">Montant</th></tr></thead>',
    )
    expect(html).toContain(
      '<tbody><tr><td dir="ltr" class="left">Tajine</td><td dir="ltr" class="right">360,00</td></tr></tbody>',
    )
    expect(html).toContain('<col width="75.00%"><col width="25.00%">')
  })

  test('what has no font is named, what cannot be a symbol or a picture stands in a box', () => {
    const html = drawn(
      text(cell('Vase 😀 \u0000')),
      { type: 'qr', data: 'é' },
      { type: 'barcode', symbology: 'ean13', data: '6111234567890', text: true },
      { type: 'picture', picture: null, alt: 'صورة', widthShare: 1 },
    )
    expect(html).toContain('[U+1F600]')
    expect(html).toContain('[U+0000]')
    expect(html.match(/class="box"/g)).toHaveLength(3)
    expect(html).not.toMatch(/<svg|<img/)
  })
})

describe('symbols and pictures', () => {
  test('a QR and bars are lines with their data as a name', () => {
    const html = drawn(
      { type: 'qr', data: 'HANOUT1:a&b' },
      { type: 'barcode', symbology: 'ean13', data: '6111234567895', text: true },
    )
    expect(html.match(/<svg[^>]*role="img" aria-label="[^"]*"/g)).toHaveLength(2)
    expect(html).toContain('aria-label="HANOUT1:a&amp;b"')
    expect(html).toContain('<p dir="ltr">6111234567895</p>')
    // Thirty black bars (EAN-13: two at each end and in the middle, two a figure of twelve).
    const [, bars = ''] = html.match(/viewBox="0 0 113 \d+"[^>]*><path d="([^"]*)"/) ?? []
    expect(bars.match(/M/g)).toHaveLength(30)
  })

  test('a photograph is a PNG of the same grey', () => {
    const grey = Uint8Array.of(0, 64, 128, 255)
    const html = drawn({
      type: 'picture',
      picture: { widthPx: 2, heightPx: 2, grey },
      alt: 'Tapis',
      widthShare: 0.5,
    })
    const [, data = ''] =
      html.match(/<img width="50%" alt="Tapis" src="data:image\/png;base64,([^"]*)"/) ?? []
    const png = Buffer.from(data, 'base64')
    const at = png.indexOf('IDAT')
    expect([...inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))]).toEqual([
      0, 0, 64, 0, 128, 255,
    ])
  })
})

describe('the page', () => {
  const families = (html: string) =>
    [...html.matchAll(/@font-face \{ font-family: (\w+); font-weight: (\d+)/g)].map(
      ([, family, weight]) => `${family} ${weight}`,
    )

  test('carries the fonts of the scripts it needs, and no other', () => {
    expect(families(drawPage(paper(text(cell('Café'))), 'strip'))).toEqual([
      'HanoutLatin 400',
      'HanoutLatin 700',
    ])
    const arabic = families(drawPage(paper(text(cell('زربية 12', 'rtl'))), 'strip'))
    expect(arabic).toEqual(['HanoutLatin 400', 'HanoutLatin 700', 'HanoutArabic 400', 'HanoutArabic 700'])
    expect(families(drawPage(paper(text(cell('你好'))), 'strip'))).toContain('HanoutChinese 400')
  })

  test('loads nothing and runs nothing, and says so', () => {
    const html = drawPage(paper(text(cell('a'))), 'a4')
    expect(html).toContain('default-src &#39;none&#39;')
    expect(html).not.toMatch(/<script|<link|@import|\son\w+=|javascript:|url\((?!data:)/)
    expect(html).not.toMatch(/(src|href)="(?!data:)/)
  })

  test('begins each paper on a page of its own, A4 or as long as the strip', () => {
    const long = Array.from({ length: 60 }, () => text(cell('Tajine en terre cuite')))
    const html = drawPage(paper(text(cell('a')), cut, ...long, cut), 'strip')
    expect(html.match(/<section /g)).toHaveLength(2)
    const [first = 0, second = 0] = [...html.matchAll(/size: 80mm (\d+)mm/g)].map(([, height]) =>
      Number(height),
    )
    expect(first).toBeLessThan(30)
    expect(second).toBeGreaterThan(60 * 4)
    expect(drawPage(paper(text(cell('a'))), 'a4')).toContain('size: 210mm 297mm')
    expect(drawn().match(/<section /g)).toHaveLength(1)
  })
})
