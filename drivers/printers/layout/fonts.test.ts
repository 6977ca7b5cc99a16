import { expect, test } from 'vitest'
import { canvasLibrary, nameMissing, paperFont } from './fonts.node.ts'

test('Chinese is loaded with the first text that needs it', () => {
  const has = () => canvasLibrary().GlobalFonts.has('HanoutChinese')
  nameMissing('Tapis زربية ⵜⴰⵎⴰⵣⵉⵖⵜ é')
  paperFont(23, true)
  expect(has()).toBe(false)
  nameMissing('地毯')
  expect(has()).toBe(true)
})

test.each([
  'زربية أزيلال — صنع يدوي',
  'ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵜⴰⵣⵔⴱⵉⵢⵜ',
  '手工地毯（阿兹拉尔），仅限换货、不可退款：2 × 180,00',
  'Größe « n° » ñ œ €',
])('%s can be written', (text) => {
  expect(nameMissing(text)).toBe(text)
})

test.each([
  ['😀', '[U+1F600]'],
  ['नमस्ते', '[U+0928]'],
  ['𠀀', '[U+20000]'],
  ['\u0007', '[U+0007]'],
])('%j is named where no font has it', (text, name) => {
  expect(nameMissing(text).replace(/[\u2066-\u2069]/g, '')).toContain(name)
})
