import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { drawPicture } from '#drivers/printers/picture/draw-picture.node.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { qrPayload } from '#shared/receipt/code.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { papers } from '#test/fixtures/paper/tickets.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { sheetOf } from './printed.ts'
import { printerShapes } from './printer-shapes.ts'

/**
 * The paper itself, as the simulated printer burns it, against pictures that a person has looked at. To change them:
 * UPDATE_GOLDENS=1, then look at every changed file of test/fixtures/paper as a shopkeeper would.
 */
const exact = { tolerance: 0 }
const wide = printerProfiles['epson-tm-t20']
const narrow = printerProfiles['generic-58']

describe.each(Object.entries(papers))('%s', (name, input) => {
  const document = receiptDocument(input)

  test('prints as it was looked at', async () => {
    expectGolden(await sheetOf(document, wide), `test/fixtures/paper/${name}.png`, exact)
  })

  test('its QR reads back', async () => {
    expect(readQr(await sheetOf(document, wide))).toBe(qrPayload(input.ticket, input.hash, input.till ?? ''))
  })
})

test.each(['sale-cash-fr', 'sale-cash-ar', 'sale-card-fr'])(
  '%s prints on 58 mm paper as it was looked at',
  async (name) => {
    const input = papers[name]
    if (input === undefined) throw new Error(`no paper ${name}`)
    expectGolden(
      await sheetOf(receiptDocument(input), narrow),
      `test/fixtures/paper/narrow/${name}.png`,
      exact,
    )
  },
)

test.each(['sale-cash-fr', 'sale-cash-ar', 'sale-cash-en'])(
  '%s shows on the screen as it was looked at',
  async (name) => {
    const input = papers[name]
    if (input === undefined) throw new Error(`no paper ${name}`)
    const png = await drawPicture(receiptDocument(input), 576)
    expectGolden(png, `test/fixtures/paper/picture/${name}.png`, exact)
    expect(readQr(png)).toBe(qrPayload(input.ticket, input.hash, input.till ?? ''))
  },
)

test.each(printerShapes('escpos'))('a QR reads back from %s', async (_key, profile) => {
  const input = papers['refund-fr']
  if (input === undefined) throw new Error('no refund')
  const png = await sheetOf(receiptDocument(input), profile)
  expect(readQr(png)).toBe(qrPayload(input.ticket, input.hash, input.till ?? ''))
})

/** Looks at the last 700 rows only: the symbol stands at the foot, and looking costs time. */
function readQr(png: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(png))
  const rows = Math.min(height, 700)
  const foot = new Uint8ClampedArray(data.subarray((height - rows) * width * 4))
  return jsQR(foot, width, rows, { inversionAttempts: 'dontInvert' })?.data
}
