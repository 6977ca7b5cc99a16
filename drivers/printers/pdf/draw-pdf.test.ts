import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { shiftReportDocument } from '#shared/receipt/shift-report.ts'
import { ownerDocuments } from '#test/fixtures/paper/owner-papers.ts'
import { strips } from '#test/fixtures/paper/shifts.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { pdfPages } from '#test/harness/pdf-pages.ts'
import { openPdf } from './draw-pdf.node.ts'

const about = { title: 'Z', author: 'Dar Zellij' }
const kept = (name: string): string => `test/fixtures/paper/pdf/${name}.png`

function pdfOf(names: readonly (keyof typeof strips)[]): Uint8Array {
  const pdf = openPdf(about)
  for (const name of names) pdf.add(shiftReportDocument(strips[name]))
  return pdf.close()
}

test.each(['z-ar', 'z-fr'] as const)('%s on a sheet of A4, as another program draws it', async (name) => {
  const [page, ...more] = await pdfPages(pdfOf([name]))
  expect(more).toEqual([])
  if (page === undefined) throw new Error('a page')
  expectGolden(await page.draw(), kept(name), { tolerance: 60 })
})

test('letters stay letters: amounts and French words can be copied out of it', async () => {
  const pages = await pdfPages(pdfOf(['z-fr']))
  const text = pages.map((page) => page.text).join('\n')
  expect(text).toContain('CLÔTURE Z')
  expect(text.replaceAll('\u00a0', ' ')).toContain('11 775,30')
  expect(pages[0]?.fonts).toBeGreaterThan(0)
})

test('each paper begins on a sheet of its own', async () => {
  const pages = await pdfPages(pdfOf(['z-fr', 'z-ar', 'z-en']))
  const titled = pages.filter(({ text }) => /ICE/.test(text))
  expect(titled).toHaveLength(3)
})

test('what is longer than a column goes on beside it, and then on the next sheet', async () => {
  const pdf = openPdf(about)
  const { blocks, language } = shiftReportDocument(strips['z-fr'])
  pdf.add({ language, blocks: [...blocks, ...blocks, ...blocks] })
  const pages = await pdfPages(pdf.close())
  expect(pages.length).toBeGreaterThan(1)
  const text = pages.map((page) => page.text).join('\n')
  expect(text.match(/CLÔTURE Z/g)).toHaveLength(3)
})

test('a symbol can be read off the sheet, and the paper below it is whole', async () => {
  const pdf = openPdf(about)
  const data = 'HANOUT1:till:1:100:0123'
  const [document] = Object.values(ownerDocuments)
  if (document === undefined) throw new Error('a document')
  pdf.add({ ...document, blocks: [{ type: 'qr', data }, ...document.blocks] })
  const [page] = await pdfPages(pdf.close(), 200)
  if (page === undefined) throw new Error('a page')
  const picture = PNG.sync.read(Buffer.from(await page.draw()))
  expect(jsQR(Uint8ClampedArray.from(picture.data), picture.width, picture.height)?.data).toBe(data)
  expect(page.text).toContain("PAIEMENT À L'ARTISAN")
})
