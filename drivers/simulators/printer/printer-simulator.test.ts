import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { type PrinterSimulatorOptions, printerSimulator } from './printer-simulator.ts'

const ESC = 0x1b
const GS = 0x1d
const cut = [GS, 0x56, 66, 0]
const text = (of: string) => [...Buffer.from(of, 'latin1')]

function plugged(options: PrinterSimulatorOptions = {}) {
  const sim = printerSimulator({ widthDots: 96, ...options })
  const sheets: PaperSheet[] = []
  sim.onSheet((sheet) => sheets.push(sheet))
  const plug = () => {
    const [near, far] = linkPair()
    const heard: number[] = []
    near.onData((bytes) => heard.push(...bytes))
    sim.accept(far)
    const send = async (...bytes: number[]) => {
      await near.write(Uint8Array.from(bytes))
      // Answers come a microtask or two later.
      await new Promise((wake) => setImmediate(wake))
      return heard.splice(0)
    }
    return { near, send }
  }
  return { sim, sheets, plug, ...plug() }
}

/** Rows of a sheet as text, `#` for black. */
function rowsOf(sheet: PaperSheet | undefined): readonly string[] {
  if (sheet === undefined) return []
  const { width, height, data } = PNG.sync.read(Buffer.from(sheet.png, 'base64'))
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_x, x) => ((data[(y * width + x) * 4] ?? 255) < 128 ? '#' : '.')).join(''),
  )
}

const leftmost = (rows: readonly string[]) =>
  Math.min(...rows.map((row) => row.indexOf('#')).filter((x) => x >= 0))
const rightmost = (rows: readonly string[]) => Math.max(...rows.map((row) => row.lastIndexOf('#')))

test('raster dots print where alignment puts them', async () => {
  const { send, sheets } = plugged()
  const block = [GS, 0x76, 0x30, 0, 1, 0, 2, 0, 0xff, 0x81]
  await send(...block, ESC, 0x61, 1, ...block, ESC, 0x61, 2, ...block, ...cut)
  const rows = rowsOf(sheets[0])
  expect(rows.slice(0, 6)).toEqual([
    `########${'.'.repeat(88)}`,
    `#......#${'.'.repeat(88)}`,
    `${'.'.repeat(44)}########${'.'.repeat(44)}`,
    `${'.'.repeat(44)}#......#${'.'.repeat(44)}`,
    `${'.'.repeat(88)}########`,
    `${'.'.repeat(88)}#......#`,
  ])
  expect(sheets[0]).toMatchObject({ widthDots: 96, cut: true, id: 1 })
})

test('text prints in cells of 12 dots, doubled twice as large, centred and right', async () => {
  const { send, sheets } = plugged()
  await send(...text('HH'), 0x0a, ...cut)
  await send(GS, 0x21, 0x11, ...text('HH'), 0x0a, ...cut)
  await send(ESC, 0x61, 2, GS, 0x21, 0, ...text('HH'), 0x0a, ...cut)
  const [plain = [], double = [], right = []] = sheets.map((sheet) => rowsOf(sheet))
  expect(rightmost(plain)).toBeLessThan(24)
  expect(rightmost(double)).toBeGreaterThan(24)
  expect(leftmost(double)).toBe(2 * leftmost(plain))
  expect(leftmost(right)).toBe(72 + leftmost(plain))
})

test('a line longer than the paper goes on below', async () => {
  const { send, sheets } = plugged()
  await send(...text('HHHHHHHH'), 0x0a, ...cut)
  await send(...text('HHHHHHHHH'), 0x0a, ...cut)
  expect((sheets[1]?.heightDots ?? 0) - (sheets[0]?.heightDots ?? 0)).toBe(30)
})

test('characters come from the selected page; ESC @ goes back to the first', async () => {
  const { send, sheets, sim } = plugged()
  await send(ESC, 0x74, 19, 0xd5, 0x0a, ...cut) // euro in 858
  await send(ESC, 0x40, 0xd5, 0x0a, ...cut) // a frame corner in 437
  expect(rowsOf(sheets[0])).not.toEqual(rowsOf(sheets[1]))
  await send(ESC, 0x74, 37)
  expect(sim.reports()).toEqual(['code page 37 is not in this printer'])
})

test('answers status by the table', async () => {
  const { sim, send } = plugged()
  const all = async () => {
    const answers: number[] = []
    for (const n of [1, 2, 3, 4]) answers.push(...(await send(0x10, 0x04, n)))
    return answers
  }
  expect(await all()).toEqual([0x12, 0x12, 0x12, 0x12])
  sim.setPaperLow(true)
  expect(await all()).toEqual([0x12, 0x12, 0x12, 0x1e])
  sim.setFault('paperOut')
  expect(await all()).toEqual([0x1a, 0x32, 0x12, 0x7e])
  sim.setPaperLow(false)
  sim.setFault('coverOpen')
  expect(await all()).toEqual([0x1a, 0x16, 0x12, 0x12])
  sim.setFault('offline')
  expect(await all()).toEqual([0x1a, 0x12, 0x12, 0x12])
})

test('automatic status tells of each change, until it is turned off or the line goes', async () => {
  const { sim, send } = plugged()
  expect(await send(GS, 0x61, 0x0f)).toEqual([0x10, 0, 0, 0x0f])
  sim.setFault('paperOut')
  expect(await send()).toEqual([0x18, 0, 0x0f, 0x0f])
  sim.setFault('none')
  expect(await send()).toEqual([0x10, 0, 0, 0x0f])
  await send(GS, 0x61, 0)
  sim.setFault('coverOpen')
  expect(await send()).toEqual([])
})

test('the process id comes when everything before it is printed, and not before', async () => {
  const { sim, send, sheets } = plugged()
  const id = [GS, 0x28, 0x48, 6, 0, 48, 48, 0x30, 0x30, 0x30, 0x37]
  sim.setFault('paperOut')
  expect(await send(...text('a'), 0x0a, ...cut, ...id)).toEqual([])
  expect(sheets).toHaveLength(0)
  sim.loadPaper()
  expect(await send()).toEqual([0x37, 0x22, 0x30, 0x30, 0x30, 0x37, 0])
  expect(sheets).toHaveLength(1)
})

test('GS r answers paper and drawer in their turn', async () => {
  const { sim, send } = plugged()
  expect(await send(GS, 0x72, 1, GS, 0x72, 2)).toEqual([0, 0])
  sim.setPaperLow(true)
  expect(await send(GS, 0x72, 1)).toEqual([3])
})

test('the drawer opens by ESC p in its turn and by DLE DC4 at once, also inside a picture', async () => {
  const { sim, send } = plugged()
  await send(ESC, 0x70, 0, 50, 125)
  expect(sim.kicks()).toBe(1)
  sim.setFault('paperOut')
  await send(ESC, 0x70, 0, 50, 125)
  expect(sim.kicks()).toBe(1)
  await send(0x10, 0x14, 1, 0, 5)
  expect(sim.kicks()).toBe(2)
  sim.setFault('none')
  expect(sim.kicks()).toBe(3)
})

test('paper that ends stops the printer; a new roll lets it go on', async () => {
  const { sim, send, sheets } = plugged({ rollDots: 60 })
  await send(...text('a'), 0x0a, ...text('b'), 0x0a, ...text('c'), 0x0a, ...cut)
  expect([sim.fault(), sheets.length]).toEqual(['paperOut', 0])
  sim.loadPaper()
  await send()
  expect([sim.fault(), sheets.length]).toEqual(['none', 1])
})

test('DLE ENQ ends a cutter error only: 1 goes on where it stopped, 2 forgets what was waiting', async () => {
  const { sim, send, sheets } = plugged()
  sim.jamCutter()
  await send(...text('first'), 0x0a, ...cut, ...text('second'), 0x0a, ...cut)
  expect([sim.fault(), sheets.length]).toEqual(['cutter', 0])
  await send(0x10, 0x05, 1)
  expect([sim.fault(), sheets.length]).toEqual(['none', 2])

  sim.jamCutter()
  await send(...text('third'), 0x0a, ...cut, ...text('fourth'), 0x0a, ...cut)
  await send(0x10, 0x05, 2)
  expect([sim.fault(), sheets.length]).toEqual(['none', 2])
  expect(sim.tear()?.cut).toBe(false)

  sim.setFault('paperOut')
  await send(0x10, 0x05, 1)
  expect(sim.fault()).toBe('paperOut')
  expect(sim.reports()).toEqual(['DLE ENQ without a recoverable error is ignored'])
})

test('DLE DC4 8 empties the buffer of a printer that stopped for paper, and says so', async () => {
  const { sim, send, sheets } = plugged()
  sim.setFault('paperOut')
  await send(...text('old'), 0x0a, ...cut)
  expect(await send(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8)).toEqual([0x37, 0x25, 0])
  sim.setFault('none')
  await send(...text('new'), 0x0a, ...cut)
  expect(sheets).toHaveLength(1)
})

test('what it does not know it reports by name, and goes on', async () => {
  const { sim, send, sheets } = plugged()
  await send(ESC, 0x7a, GS, 0x28, 0x4c, 2, 0, 48, 48, 0x01, ...text('a'), ESC, 0x61, 1, ...cut, 0x0a, ...cut)
  expect(sim.reports()).toEqual([
    'unknown command 1b7a',
    'GS ( L function 48 is not simulated',
    'unknown command 01',
    'ESC a inside a line is ignored',
    'GS V inside a line is ignored',
  ])
  expect(sheets).toHaveLength(1)
})

test('a command broken off with its connection is dropped, the next connection prints', async () => {
  const { sim, near, send, plug, sheets } = plugged()
  await send(GS, 0x76, 0x30, 0, 12, 0, 50, 0, 1, 2, 3)
  await near.close()
  const next = plug()
  await next.send(...text('a'), 0x0a, ...cut)
  expect(sheets).toHaveLength(1)
  expect(sim.reports()).toEqual(['11 bytes of a lost connection dropped'])
})

test('pulling the plug loses buffers, modes and links; the paper stays', async () => {
  const { sim, near, send, plug } = plugged()
  const lost = new Promise((resolve) => near.onClose((reason) => resolve(reason.kind)))
  await send(...text('H'), 0x0a, ESC, 0x61, 2, ...text('lost'))
  await sim.powerCycle()
  expect(await lost).toBe('disconnected')
  const next = plug()
  await next.send(...text('H'), 0x0a)
  const sheet = sim.tear()
  expect(sheet).toMatchObject({ heightDots: 60, cut: false })
  const rows = rowsOf(sheet ?? undefined)
  expect(rows.slice(0, 30)).toEqual(rows.slice(30))
  expect(sim.tear()).toBeNull()
})

test('a QR wider than the paper prints nothing, as on the real thing, and says why', async () => {
  const { sim, send } = plugged()
  const store = [GS, 0x28, 0x6b, 6, 0, 0x31, 0x50, 0x30, ...text('abc')]
  const print = [GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]
  await send(...store, GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, 16, ...print)
  expect(sim.tear()).toBeNull()
  expect(sim.reports()).toEqual(['the QR symbol is empty or wider than the paper: nothing printed'])
  await send(GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, 2, ...print)
  expect(sim.tear()?.heightDots).toBe(42)
})
