import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { zeroText } from '#drivers/simulators/label-printer/font-zero.node.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { fontZeroText, fontZeroWidth } from './font-zero.ts'

const em = 40
const { api } = await ready

/** Columns from the first black dot to the last, as a renderer of somebody else's making draws font 0. */
async function renderedWidth(text: string): Promise<number> {
  const hex = [...Buffer.from(text)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join('')
  const zpl = `^XA^CI28^PW1600^LL80^FT20,60^A0N,${em},${em}^FH^FD${hex}^FS^XZ`
  const png = PNG.sync.read(Buffer.from(await api.zplToBase64Async(zpl, 200, 10, 8), 'base64'))
  let [first, last] = [png.width, -1]
  for (let x = 0; x < png.width; x++)
    for (let y = 0; y < png.height; y++)
      if ((png.data[(y * png.width + x) * 4] ?? 255) < 128) [first, last] = [Math.min(first, x), x]
  return last - first + 1
}

test('no text is wider than its bound, on either picture of font 0', async () => {
  const names = demoShop.items.slice(0, 12).map(({ name }) => fontZeroText(name.fr ?? ''))
  for (const text of [...names, 'WMÆ@%', 'iiillj.,', '14 500,00 DH', 'ÉÈÀÇÔÛ éèàçôû ß ø']) {
    if (text === null) continue
    expect(zeroText(text, em, em).advance, text).toBeLessThanOrEqual(fontZeroWidth(text, em))
    expect(await renderedWidth(text), text).toBeLessThanOrEqual(fontZeroWidth(text, em))
  }
})

test('every character that the font has is no wider than its bound', () => {
  for (let code = 0x20; code <= 0xff; code++) {
    const text = fontZeroText(String.fromCharCode(code))
    if (text !== null)
      expect(zeroText(text, em, em).advance, text).toBeLessThanOrEqual(fontZeroWidth(text, em))
  }
})

test('is for Latin-1 only; isolates go, spaces that do not break are spaces', () => {
  expect(fontZeroText('\u20664\u00a0500,00\u2069 DH')).toBe('4 500,00 DH')
  for (const text of ['زربية', 'ⴰⵣⵓⵍ', 'œuvre', 'l’été', '中文', 'a\u0000b', 'a\u00adb'])
    expect(fontZeroText(text)).toBeNull()
})
