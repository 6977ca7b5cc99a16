import { encode as encodeQr } from 'uqr'
import type { Sheet } from '#shared/receipt/sheet.ts'
import { canvasLibrary, nameMissing, paperFont } from '../layout/fonts.node.ts'
import type { PdfAbout } from './draw-pdf.node.ts'

/** White modules around a QR: ISO/IEC 18004 §9.1. */
const quiet = 4

/** One page as a PDF, in the fonts of the papers. @returns the whole file */
export function drawSheet(sheet: Sheet, { title, author }: PdfAbout): Uint8Array {
  const { PDFDocument } = canvasLibrary()
  const pdf = new PDFDocument({ title, author, creator: 'Hanout' })
  const pen = pdf.beginPage(sheet.width, sheet.height)
  for (const item of sheet.items) {
    pen.fillStyle = '#000'
    if (item.type === 'text') {
      pen.font = paperFont(item.size, item.bold)
      pen.direction = item.direction
      pen.textAlign = item.anchor
      pen.textBaseline = 'alphabetic'
      pen.fillText(nameMissing(item.text), item.x, item.y, item.widest)
    } else if (item.type === 'bar') {
      const level = Math.round(item.grey * 255)
      pen.fillStyle = `rgb(${level}, ${level}, ${level})`
      pen.fillRect(item.x, item.y, item.width, item.height)
    } else {
      const { data, size } = encodeQr(item.data, { ecc: 'M', border: 0 })
      const module = item.side / (size + 2 * quiet)
      for (const [y, row] of data.entries())
        for (const [x, dark] of row.entries())
          if (dark)
            pen.fillRect(
              item.x + (x + quiet) * module,
              item.y + (y + quiet) * module,
              module * 1.02,
              module * 1.02,
            )
    }
  }
  pdf.endPage()
  return pdf.close()
}
