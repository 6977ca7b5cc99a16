import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { documents } from '#test/fixtures/paper/document-papers.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { printBytes } from './printed.ts'

/**
 * Invoices, export forms, certificates and payout slips as the simulated printer burns them on a roll of 48 columns,
 * against pictures that a person has looked at. UPDATE_GOLDENS=1 makes them anew: look at each as its reader would.
 */
const profile = printerProfiles['epson-tm-t20']

async function printed(document: PaperDocument): Promise<readonly Buffer[]> {
  const { sheets, reports } = await printBytes(encodeDocument(document, profile).bytes, profile.widthDots)
  expect(reports).toEqual([])
  return sheets.map((sheet) => Buffer.from(sheet.png, 'base64'))
}

describe.each(Object.entries(documents))('%s', (name, document) => {
  test('prints as it was looked at', async () => {
    const sheets = await printed(document)
    expect(sheets).toHaveLength(name.startsWith('export-form') ? 4 : 1)
    expectGolden(sheets[0] ?? Buffer.of(), `test/fixtures/paper/documents/${name}.png`, { tolerance: 0 })
  })

  test('its code reads back', async () => {
    const codes = document.blocks.flatMap((block) => (block.type === 'qr' ? [block.data] : []))
    expect(codes).toHaveLength(name.startsWith('certificate') ? 1 : 0)
    if (codes.length > 0) expect((await printed(document)).map(readQr)).toEqual(codes)
  })
})

test('the copies of an export form differ in the lines that say which they are, and in nothing else', async () => {
  const form = documents['export-form-de']
  if (form === undefined) throw new Error('no export form')
  const [, first, second] = await printed(form)
  const rows = differingRows(PNG.sync.read(first ?? Buffer.of()), PNG.sync.read(second ?? Buffer.of()))
  expect(rows.length).toBeGreaterThan(0)
  expect((rows.at(-1) ?? 0) - (rows[0] ?? 0)).toBeLessThan(34)
})

function differingRows(one: PNG, other: PNG): readonly number[] {
  expect(one.height).toBe(other.height)
  const stride = one.width * 4
  return Array.from({ length: one.height }, (_, y) => y).filter(
    (y) =>
      !one.data
        .subarray(y * stride, (y + 1) * stride)
        .equals(other.data.subarray(y * stride, (y + 1) * stride)),
  )
}

/** Looks at the foot of the paper only, where the symbol stands. */
function readQr(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png)
  const rows = Math.min(height, 900)
  const foot = new Uint8ClampedArray(data.subarray((height - rows) * width * 4))
  return jsQR(foot, width, rows, { inversionAttempts: 'dontInvert' })?.data
}
