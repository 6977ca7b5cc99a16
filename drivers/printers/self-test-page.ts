import type { Cell, GreyPicture, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import type { PrinterProfile } from './printer.ts'

/** Letters that code pages put in different places. */
const letters = 'éèàçêùôîÄÖÜßñ¿¡£€'
/** A letter that no code page has: the word it stands in is drawn on every printer. */
const drawnLetter = 'ⵣ'

/**
 * A page that shows whether a profile fits its printer, for a person to look at: the profile itself; rulers that reach
 * from edge to edge; the scripts; the same letters by the printer's code page and drawn, which must look alike; symbols to
 * scan; and a grey wedge over several strips, in which a joint would show as a line.
 */
export function selfTestPage(name: string, profile: PrinterProfile): PaperDocument {
  const { widthDots, columns, stripRows } = profile
  return {
    language: 'fr',
    blocks: [
      text('Hanout', { align: 'center', bold: true, size: 2 }),
      text('حانوت', { align: 'center', direction: 'rtl', bold: true }),
      text(name, { align: 'center' }),
      { type: 'rule', style: 'double' },
      ...facts(profile),
      { type: 'rule', style: 'single' },
      text(characterRuler(columns)),
      picture(dotRuler(widthDots)),
      ...scripts,
      { type: 'rule', style: 'single' },
      text(letters),
      text(letters + drawnLetter),
      { type: 'rule', style: 'single' },
      { type: 'qr', data: 'HANOUT-TEST' },
      { type: 'barcode', symbology: 'ean13', data: '6111234567895', text: true },
      { type: 'space', lines: 1 },
      picture(wedge(widthDots, Math.min(2 * widthDots, 2 * stripRows + stripRows / 2))),
      { type: 'space', lines: 1 },
      { type: 'cut' },
    ],
  }
}

interface Look {
  readonly align?: 'start' | 'center' | 'end'
  readonly direction?: Cell['direction']
  readonly bold?: boolean
  readonly size?: 1 | 2
}

const text = (words: string, look: Look = {}): PaperBlock => {
  const { align = 'start', direction = 'ltr', bold = false, size = 1 } = look
  return { type: 'text', align, cell: { text: words, direction, style: { bold, size } } }
}

const fact = (what: string, value: string): PaperBlock => ({
  type: 'row',
  left: { text: what, direction: 'ltr' },
  right: { text: value, direction: 'ltr', style: { bold: true } },
})

function facts(profile: PrinterProfile): readonly PaperBlock[] {
  const { model, language = 'escpos', widthDots, columns, codePage, stripRows, cut, status } = profile
  return [
    text(model, { bold: true }),
    fact('Langage', language),
    fact('Points × colonnes', `${widthDots} × ${columns}`),
    fact('Page de codes', `${codePage.name} = ${codePage.number}`),
    fact('Bandes', String(stripRows)),
    fact('Coupe', cut),
    fact('État', status),
  ]
}

const scripts: readonly PaperBlock[] = [
  text('Café, thé, 1 234,50 DH, 12 €'),
  {
    type: 'row',
    left: { text: 'Tajine en terre cuite', direction: 'ltr' },
    right: { text: '1 234,50', direction: 'ltr', style: { bold: true } },
  },
  {
    type: 'row',
    left: { text: 'زربية أزيلال، صنع يدوي', direction: 'rtl' },
    right: { text: '1 234,50', direction: 'ltr', style: { bold: true } },
  },
  text('تجربة الطباعة: \u20661 234,50\u2069 درهم', { direction: 'rtl' }),
  text('ⵜⵉⵣⵔⵣⴰⵢ ⵏ ⵓⵣⵉⵍⴰⵍ'),
  text('Gras · bold', { bold: true }),
  text('Double', { size: 2 }),
]

/** `----+----1----+----2…`, one character a column: a line that is too long for the printer breaks. */
const characterRuler = (columns: number): string =>
  Array.from({ length: columns }, (_, i) => {
    const column = i + 1
    if (column % 10 === 0) return String((column / 10) % 10)
    return column % 5 === 0 ? '+' : '-'
  }).join('')

const picture = (drawn: GreyPicture): PaperBlock => ({
  type: 'picture',
  picture: drawn,
  alt: 'picture',
  widthShare: 1,
})

const black = 0
const white = 255

function drawn(widthPx: number, heightPx: number, greyAt: (x: number, y: number) => number): GreyPicture {
  const grey = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y++) for (let x = 0; x < widthPx; x++) grey[y * widthPx + x] = greyAt(x, y)
  return { widthPx, heightPx, grey }
}

/** A tick each 8 dots, a longer one each 80, and both edges: what the head does not reach is missing. */
const dotRuler = (widthDots: number): GreyPicture =>
  drawn(widthDots, 32, (x, y) => {
    const edge = x < 2 || x >= widthDots - 2
    const tick = x % 80 === 0 ? y < 24 : x % 8 === 0 && y < 10
    return edge || tick || y < 2 ? black : white
  })

/** Black on the left to white on the right, with a slanting line over all strips: a lost or doubled row bends it. */
const wedge = (widthDots: number, rows: number): GreyPicture =>
  drawn(widthDots, Math.round(rows), (x, y) => {
    const slant = Math.round((y / rows) * (widthDots - 4))
    if (x >= slant && x < slant + 4) return x < widthDots / 2 ? white : black
    return Math.round((x / widthDots) * white)
  })
