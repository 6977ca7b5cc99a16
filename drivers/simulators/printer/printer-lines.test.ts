import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import { type PrinterSimulatorOptions, printerSimulator } from './printer-simulator.ts'

const ESC = 0x1b
const GS = 0x1d
const text = (of: string) => [...Buffer.from(of, 'latin1')]

/** Rows of what the bytes print on paper of 96 dots, `#` for black; and what was reported. */
async function printed(bytes: readonly number[], options: PrinterSimulatorOptions = {}) {
  const sim = printerSimulator({ widthDots: 96, ...options })
  const [near, far] = linkPair()
  sim.accept(far)
  await near.write(Uint8Array.from(bytes))
  const sheet = sim.tear()
  const rows: string[] = []
  if (sheet !== null) {
    const { width, height, data } = PNG.sync.read(Buffer.from(sheet.png, 'base64'))
    for (let y = 0; y < height; y++) {
      const row = Array.from({ length: width }, (_, x) =>
        (data[(y * width + x) * 4] ?? 255) < 128 ? '#' : '.',
      )
      rows.push(row.join(''))
    }
  }
  return { rows, reports: sim.reports() }
}

const black = (rows: readonly string[]): string[] =>
  rows.flatMap((row, y) => [...row].flatMap((dot, x) => (dot === '#' ? [`${x},${y}`] : [])))

test('ESC * 33 stands in the line, its foot on the foot of the letters', async () => {
  const strip = [ESC, 0x2a, 33, 2, 0, 0x80, 0, 0x01, 0, 0, 0x01]
  const { rows } = await printed([...strip, 0x0a])
  expect(rows).toHaveLength(30)
  expect(black(rows)).toEqual(['0,0', '0,23', '1,23'])
  const tall = await printed([GS, 0x21, 0x01, 0x20, GS, 0x21, 0, ...strip, 0x0a])
  expect(black(tall.rows)).toEqual(['12,24', '12,47', '13,47'])
})

test.each([
  [0, 1, 6, 3],
  [1, 1, 3, 3],
  [32, 3, 2, 1],
  [33, 3, 1, 1],
])('a dot of ESC * %i', async (mode, perColumn, area, height) => {
  const { rows } = await printed([ESC, 0x2a, mode, 1, 0, 0x80, ...Array(perColumn - 1).fill(0), 0x0a])
  expect(black(rows)).toHaveLength(area)
  expect(new Set(black(rows).map((dot) => dot.split(',')[1])).size).toBe(height)
})

test('ESC 3 24 joins strips without a seam; ESC J moves on by dots', async () => {
  const strip = [ESC, 0x2a, 33, 1, 0, 0xff, 0xff, 0xff]
  const { rows } = await printed([ESC, 0x33, 24, ...strip, 0x0a, ...strip, 0x0a, ESC, 0x4a, 7])
  expect(rows).toHaveLength(55)
  expect(black(rows)).toHaveLength(48)
})

test('ESC $ and ESC \\ place what follows; out of the paper they are ignored', async () => {
  const dot = [ESC, 0x2a, 33, 1, 0, 0x80, 0, 0]
  const bytes = [ESC, 0x24, 40, 0, ...dot, ESC, 0x5c, 9, 0, ...dot, ESC, 0x5c, 0xf6, 0xff, ...dot, 0x0a]
  expect(black((await printed(bytes)).rows)).toEqual(['40,0', '41,0', '50,0'])
  const { rows, reports } = await printed([ESC, 0x24, 97, 0, ESC, 0x5c, 0xff, 0xff, ...dot, 0x0a])
  expect(black(rows)).toEqual(['0,0'])
  expect(reports).toEqual([
    'ESC $ leads out of the print area: ignored',
    'ESC \\ leads out of the print area: ignored',
  ])
})

test('GS L and GS W bound the line; alignment and wrapping happen between them', async () => {
  const dot = [GS, 0x76, 0x30, 0, 1, 0, 1, 0, 0x80]
  const bounds = [GS, 0x4c, 24, 0, GS, 0x57, 48, 0]
  const { rows } = await printed([...bounds, ...dot, ESC, 0x61, 1, ...dot, ESC, 0x61, 2, ...dot])
  expect(black(rows)).toEqual(['24,0', '44,1', '64,2'])
  expect((await printed([...bounds, ...text('HHHHH'), 0x0a])).rows).toHaveLength(60)
  const inside = await printed([...text('H'), ...bounds, 0x0a])
  expect(inside.reports).toEqual(['GS L inside a line is ignored', 'GS W inside a line is ignored'])
})

test('GS v 0 doubles, and loses what is beside the paper', async () => {
  expect(black((await printed([GS, 0x76, 0x30, 3, 1, 0, 1, 0, 0x80])).rows)).toHaveLength(4)
  const wide = await printed([GS, 0x76, 0x30, 0, 13, 0, 1, 0, ...Array(13).fill(0xff)])
  expect(black(wide.rows)).toHaveLength(96)
  expect((await printed([GS, 0x76, 0x30, 0, 0, 0, 1, 0])).reports).toEqual([
    'GS v 0 without a size is ignored',
  ])
})

test('GS ( L keeps a picture and prints it once', async () => {
  const keep = [GS, 0x28, 0x4c, 12, 0, 48, 112, 48, 1, 1, 49, 5, 0, 2, 0, 0xff, 0xff]
  const print = [GS, 0x28, 0x4c, 2, 0, 48, 50]
  const { rows, reports } = await printed([...keep, ...print, ...print])
  expect(black(rows)).toHaveLength(10)
  expect(reports).toEqual(['GS ( L: nothing is kept to print'])
})

test('a bit image of a mode that is none, and what follows it, is text', async () => {
  const { reports } = await printed([ESC, 0x2a, 7, ...text('ab'), 0x0a])
  expect(reports).toEqual(['unknown command 1b2a07'])
})

test('ESC @ ends a line unprinted; a clone that ignores it prints on', async () => {
  const bytes = [ESC, 0x61, 2, ...text('lost'), ESC, 0x40, GS, 0x76, 0x30, 0, 1, 0, 1, 0, 0x80]
  expect(black((await printed(bytes)).rows)).toEqual(['0,0'])
  const clone = await printed([...bytes, 0x0a], { keepsModes: true })
  expect(clone.reports).toEqual(['GS v 0 inside a line is ignored'])
  expect(clone.rows).toHaveLength(30)
})

test('a model may know its pages by other numbers', async () => {
  const euro = [0xd5, 0x0a]
  const usual = await printed([ESC, 0x74, 19, ...euro])
  const other = await printed([ESC, 0x74, 4, ...euro], { codePages: { 4: 19 } })
  expect(other).toEqual(usual)
})
