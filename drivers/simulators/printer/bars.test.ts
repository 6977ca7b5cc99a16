import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library'
import fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { starPrinterSimulator } from '../star-printer/star-printer-simulator.ts'
import { code128Widths } from './mechanism/code128.data.ts'
import type { PrinterSimulator } from './mechanism/machine.ts'
import { printerSimulator } from './printer-simulator.ts'

const latin = (text: string): number[] => [...Buffer.from(text, 'latin1')]

async function printed(sim: PrinterSimulator, bytes: readonly number[]): Promise<PaperSheet | null> {
  const [near, far] = linkPair()
  sim.accept(far)
  await near.write(Uint8Array.from(bytes))
  await near.close()
  return sim.tear()
}

/** What a scanner reads from the paper. @throws where it finds no bars */
function scanned(sheet: PaperSheet | null): string {
  if (sheet === null) throw new Error('no paper')
  const { width, height, data } = PNG.sync.read(Buffer.from(sheet.png, 'base64'))
  const grey = new Uint8ClampedArray(width * height)
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 4] ?? 255
  const reader = new MultiFormatReader()
  reader.setHints(
    new Map([[DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.EAN_13, BarcodeFormat.CODE_128]]]),
  )
  const source = new RGBLuminanceSource(grey, width, height)
  return reader.decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))).getText()
}

const centre = [0x1b, 0x61, 1]
const look = [0x1d, 0x77, 2, 0x1d, 0x68, 60]
/** GS k, form B. */
const gsK = (m: number, data: readonly number[]) => [0x1d, 0x6b, m, data.length, ...data]
/** ESC b of StarPRNT, modules of two dots, in the middle. */
const escB = (n1: number, data: string) => [
  0x1b,
  0x1d,
  0x61,
  1,
  0x1b,
  0x62,
  n1,
  1,
  1,
  60,
  ...latin(data),
  0x1e,
]

test('every character of Code 128 is eleven modules, and no two are alike', () => {
  expect(code128Widths).toHaveLength(107)
  expect(new Set(code128Widths).size).toBe(107)
  for (const widths of code128Widths)
    expect([...widths].reduce((sum, width) => sum + Number(width), 0)).toBe(widths.length === 7 ? 13 : 11)
})

describe('ESC/POS', () => {
  test('EAN-13 reads back, its check digit the printer’s own where it was left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^\d{12}$/), async (digits) => {
        const sheet = await printed(printerSimulator(), [...centre, ...look, ...gsK(67, latin(digits))])
        // The reader takes a code that begins with 0 for the UPC-A it also is, without the 0.
        expect(scanned(sheet).padStart(13, '0').slice(0, 12)).toBe(digits)
      }),
      { numRuns: 15 },
    )
  })

  test('a check digit that is wrong is printed as it was sent, and reported', async () => {
    const sim = printerSimulator()
    expect(await printed(sim, [...centre, ...gsK(67, latin('4006381333932'))])).toMatchObject({
      heightDots: 162,
    })
    expect(sim.reports()).toEqual(['EAN-13 4006381333932 with a wrong check digit'])
  })

  test.each([
    ['set B', latin('{BRug 12%'), 'Rug 12%'],
    ['a brace', latin('{Ba{{b'), 'a{b'],
    ['the reference’s own example', [...latin('{BNo.{C'), 12, 34, 56], 'No.123456'],
    ['pairs', [...latin('{C'), 0, 99, 7], '009907'],
    ['set A with a shift', latin('{AA{SbC'), 'AbC'],
  ])('Code 128: %s', async (_what, data, text) => {
    expect(scanned(await printed(printerSimulator(), [...centre, ...look, ...gsK(73, data)]))).toBe(text)
  })

  test('form A ends with NUL', async () => {
    const bytes = [...centre, ...look, 0x1d, 0x6b, 2, ...latin('400638133393'), 0]
    expect(scanned(await printed(printerSimulator(), bytes))).toBe('4006381333931')
  })

  test.each([
    ['letters in EAN-13', gsK(67, latin('40063813339X'))],
    ['Code 128 without its set', gsK(73, latin('Rug'))],
    ['a pair beyond 99', gsK(73, [...latin('{C'), 100])],
    ['a brace by itself', gsK(73, latin('{Ba{z'))],
  ])('%s prints as text', async (_what, bytes) => {
    const sim = printerSimulator()
    const sheet = await printed(sim, [...bytes, 0x0a])
    expect(sim.reports()[0]).toBe('GS k: wrong data, printed as text')
    expect(sheet?.heightDots).toBe(30)
  })

  test('too wide prints nothing, figures stand where they were asked for', async () => {
    const sim = printerSimulator({ widthDots: 384 })
    expect(await printed(sim, gsK(73, latin(`{B${'x'.repeat(40)}`)))).toBeNull()
    expect(sim.reports()).toEqual(['the bar code is wider than the paper: nothing printed'])
    const heights: number[] = []
    for (const n of [0, 1, 2, 3]) {
      const bytes = [...look, 0x1d, 0x48, n, ...gsK(67, latin('4006381333931'))]
      heights.push((await printed(sim, bytes))?.heightDots ?? 0)
    }
    expect(heights).toEqual([60, 84, 84, 108])
  })
})

describe('StarPRNT', () => {
  test.each([
    [3, '400638133393', '4006381333931'],
    [3, '4006381333939', '4006381333931'],
    [6, 'Rug 12%0', 'Rug 12%'],
    [6, '1234567', '1234567'],
    [6, '%812%034', '12%34'],
    [0x36, '%6AB', 'AB'],
  ])('kind %i of %j reads back', async (kind, data, text) => {
    expect(scanned(await printed(starPrinterSimulator(), escB(kind, data)))).toBe(text)
  })
})
