import { describe, expect, test } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { drawLabel } from '#drivers/printers/labels/label-picture.node.ts'
import { type LabelSizeKey, labelSizes } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import { labelMillimetres } from '#shared/receipt/label-size.ts'
import { items, sampleLabel } from '#test/fixtures/labels/labels.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { readCode } from './label-codes.ts'
import { printedLabel, zplOf } from './labels-printed.ts'

/**
 * Labels as the simulated printer burns them, against pictures that a person has looked at (UPDATE_GOLDENS=1, then look
 * at every changed file of test/fixtures/labels). Their codes are read back from two pictures that share no code: the
 * simulator's, and that of a renderer of somebody else's making.
 */
const exact = { tolerance: 0 }
const names = Object.keys(items) as (keyof typeof items)[]
const { api } = await ready

/** The other picture. Its resolutions are whole dots a millimetre. */
async function rendered(label: Label, size: LabelSizeKey, dpi: 203 | 300): Promise<Buffer> {
  const { width, height } = labelMillimetres(size)
  const zpl = zplOf([{ label, count: 1 }], size, dpi)
  return Buffer.from(await api.zplToBase64Async(zpl, width, height, dpi === 203 ? 8 : 12), 'base64')
}

describe.each(labelSizes)('%s', (size) => {
  describe.each(['fr', 'ar'] as const)('%s first', (language) => {
    test.each(names)('%s prints as it was looked at, and reads back from both pictures', async (name) => {
      const label = sampleLabel(name, language, size)
      const printed = await printedLabel(label, size, 203)
      expectGolden(printed, `test/fixtures/labels/${size}/${name}-${language}.png`, exact)
      expect(readCode(printed)).toBe(label.code.data)
      expect(readCode(await rendered(label, size, 203))).toBe(label.code.data)
    })
  })

  test.each(names)('%s reads back at 300 dpi, on paper and on the screen', async (name) => {
    const label = sampleLabel(name, 'fr', size)
    expect(readCode(await printedLabel(label, size, 300))).toBe(label.code.data)
    expect(readCode(await rendered(label, size, 300))).toBe(label.code.data)
    expect(readCode(await drawLabel(label, size, 300))).toBe(label.code.data)
    expect(readCode(await drawLabel(label, size, 203))).toBe(label.code.data)
  })
})

test.each(['rug', 'slippers', 'teapot'] as const)(
  '%s shows on the screen as it was looked at',
  async (name) => {
    const png = await drawLabel(sampleLabel(name, 'ar', '50x30'), '50x30', 203)
    expectGolden(png, `test/fixtures/labels/screen/${name}-ar.png`, exact)
  },
)

test('bars are no narrower than a scanner needs: a QR takes their place on small labels', () => {
  const codes = labelSizes.map((size) => `${size} ${sampleLabel('teapot', 'fr', size).code.symbology}`)
  expect(codes).toEqual(['50x30 qr', '40x20 qr', '58x40 qr', '100x50 code128'])
})
