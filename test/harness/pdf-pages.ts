import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The canvas that the reader draws its paths for: a path of another copy is none to it. */
const { createCanvas }: typeof import('@napi-rs/canvas') = createRequire(
  import.meta.resolve('pdfjs-dist/package.json'),
)('@napi-rs/canvas')

/** A page of a PDF as another program reads it. */
export interface ReadPage {
  /** Its words in the order they were written, as they are copied out of it. */
  readonly text: string
  /** Embedded fonts it draws with. */
  readonly fonts: number
  /** PNG. */
  draw(): Promise<Uint8Array>
}

/** Reads a PDF with a library that had no part in making it. @param dpi of the drawn pages */
export async function pdfPages(bytes: Uint8Array, dpi = 96): Promise<readonly ReadPage[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.flatMap((item) => ('str' in item ? [item] : []))
    pages.push({
      text: words.map(({ str }) => str).join('\n'),
      fonts: new Set(words.map(({ fontName }) => fontName)).size,
      async draw() {
        const viewport = page.getViewport({ scale: dpi / 72 })
        const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
        await page.render({
          canvas: canvas as never,
          canvasContext: canvas.getContext('2d') as never,
          viewport,
        }).promise
        return canvas.toBuffer('image/png')
      },
    })
  }
  return pages
}
