import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { PrinterSimulatorOptions } from '../printer/mechanism/machine.ts'
import { starPrinterSimulator } from './star-printer-simulator.ts'

const ESC = 0x1b
const GS = 0x1d
const RS = 0x1e
const cut = [ESC, 0x64, 3]
const text = (of: string) => [...Buffer.from(of, 'latin1')]

function plugged(options: PrinterSimulatorOptions = {}) {
  const sim = starPrinterSimulator({ widthDots: 96, ...options })
  const sheets: PaperSheet[] = []
  sim.onSheet((sheet) => sheets.push(sheet))
  const [near, far] = linkPair()
  const heard: number[] = []
  near.onData((bytes) => heard.push(...bytes))
  sim.accept(far)
  const send = async (...bytes: number[]) => {
    await near.write(Uint8Array.from(bytes))
    await new Promise((wake) => setImmediate(wake))
    return heard.splice(0)
  }
  return { sim, sheets, near, send }
}

/** Rows of a sheet as text, `#` for black. */
function rowsOf(sheet: PaperSheet | undefined): readonly string[] {
  if (sheet === undefined) return []
  const { width, height, data } = PNG.sync.read(Buffer.from(sheet.png, 'base64'))
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_x, x) => ((data[(y * width + x) * 4] ?? 255) < 128 ? '#' : '.')).join(''),
  )
}

test('raster obeys alignment and prints a line that was begun first', async () => {
  const { send, sheets, sim } = plugged()
  const dots = [ESC, GS, 0x53, 1, 1, 0, 2, 0, 0, 0xff, 0x81]
  await send(...text('H'), ...dots, ESC, GS, 0x61, 1, ...dots, ESC, GS, 0x61, 0x32, ...dots, ...cut)
  const rows = rowsOf(sheets[0])
  expect(rows.slice(32, 38)).toEqual([
    `########${'.'.repeat(88)}`,
    `#......#${'.'.repeat(88)}`,
    `${'.'.repeat(44)}########${'.'.repeat(44)}`,
    `${'.'.repeat(44)}#......#${'.'.repeat(44)}`,
    `${'.'.repeat(88)}########`,
    `${'.'.repeat(88)}#......#`,
  ])
  expect(sim.reports()).toEqual([])
})

test('a strip of ESC X and a band of ESC k stand in the line', async () => {
  const { send, sheets } = plugged()
  await send(ESC, 0x30, ESC, 0x58, 1, 0, 0x80, 0, 1, ESC, 0x6b, 1, 0, ...Array(24).fill(0x01), 0x0a, ...cut)
  const rows = rowsOf(sheets[0])
  expect(rows[0]).toBe(`#.......#${'.'.repeat(87)}`)
  expect(rows[1]).toBe(`........#${'.'.repeat(87)}`)
  expect(rows[23]).toBe(rows[0])
  expect(rows[24]).not.toContain('#')
})

test.each([
  ['4 mm a line at power on', [0x0a], 32],
  ['3 mm after ESC 0', [ESC, 0x30, 0x0a], 24],
  ['4 mm again after ESC z 1', [ESC, 0x30, ESC, 0x7a, 1, 0x0a], 32],
  ['five lines by ESC a', [ESC, 0x61, 5], 160],
  ['quarters of a millimetre by ESC J', [ESC, 0x4a, 5], 10],
  ['eighths by ESC I', [ESC, 0x49, 5], 5],
])('feeds %s', async (_what, bytes, dots) => {
  const { send, sim } = plugged()
  await send(...bytes)
  expect(sim.tear()?.heightDots).toBe(dots)
})

test('a cut prints the unfinished line, unlike ESC/POS', async () => {
  const { send, sheets } = plugged()
  await send(...text('H'), ESC, 0x64, 1)
  await send(...text('H'), ...cut)
  expect(sheets.map(({ heightDots }) => heightDots)).toEqual([32, 32 + 72])
})

test('size, weight and pages', async () => {
  const { send, sheets, sim } = plugged()
  await send(ESC, 0x69, 1, 2, ...text('H'), ...cut)
  await send(ESC, 0x40, ESC, 0x45, ...text('H'), ESC, 0x46, ...cut)
  await send(...text('H'), ...cut)
  await send(ESC, GS, 0x74, 4, 0xd5, ...cut, ESC, GS, 0x74, 32, 0x80, ...cut, ESC, GS, 0x74, 1, 0xd5, ...cut)
  const [large, bold, plain, euro858, euro1252, corner] = sheets.map((sheet) => rowsOf(sheet).join('\n'))
  expect(rowsOf(sheets[0])).toHaveLength(48 + 72)
  expect(bold).not.toBe(plain)
  expect(large).not.toBe(plain)
  expect(euro858).toBe(euro1252)
  expect(corner).not.toBe(euro858)
  await send(ESC, GS, 0x74, 77)
  expect(sim.reports()).toEqual(['code page 77 is not in this printer'])
})

const status = [ESC, 0x06, 0x01]

test('automatic status by the table: asked for once, or by itself', async () => {
  const { sim, send } = plugged()
  expect(await send(...status)).toEqual([0x23, 0x06, 0, 0, 0, 0, 0, 0, 0])
  sim.setFault('coverOpen')
  expect(await send(...status)).toEqual([0x23, 0x06, 0x28, 0, 0, 0, 0, 0, 0])
  sim.setFault('cutter')
  expect(await send(...status)).toEqual([0x23, 0x06, 0x08, 0x08, 0, 0, 0, 0, 0])
  sim.setFault('offline')
  expect(await send(...status)).toEqual([0x23, 0x06, 0x48, 0, 0, 0, 0, 0, 0])
  sim.setFault('none')
  expect(await send(ESC, RS, 0x61, 1)).toEqual([0x23, 0x06, 0, 0, 0, 0, 0, 0, 0])
  sim.setFault('paperOut')
  expect(await send()).toEqual([0x23, 0x06, 0x08, 0, 0, 0x0e, 0, 0, 0])
  sim.setFault('none')
  sim.setPaperLow(true)
  await send()
  expect(await send(...status)).toEqual([0x23, 0x06, 0, 0, 0, 0x06, 0, 0, 0])
})

test('ENQ and EOT answer at once, but never from among dots', async () => {
  const { sim, send } = plugged()
  expect(await send(0x05)).toEqual([0x20])
  sim.setFault('paperOut')
  expect(await send(0x05, 0x04)).toEqual([0x28, 0x1c])
  expect(await send(ESC, GS, 0x53, 1, 4, 0, 1, 0, 0, 0x05, 0x04, 0x1c, 0x07)).toEqual([])
  expect(sim.kicks()).toBe(0)
})

test('ESC ACK is obeyed wherever it stands', async () => {
  const { send } = plugged()
  expect(await send(ESC, GS, 0x53, 1, 3, 0, 1, 0, 0, ...status)).toHaveLength(9)
})

test('ETB counts what is printed, around at 32, and says so while automatic status is on', async () => {
  const { sim, send } = plugged()
  await send(ESC, RS, 0x61, 1)
  expect(await send(...text('a'), 0x0a, 0x17)).toEqual([0x23, 0x06, 0x02, 0, 0, 0, 0, 0x02, 0])
  expect((await send(...Array(8).fill(0x17))).slice(-9)).toEqual([0x23, 0x06, 0x02, 0, 0, 0, 0, 0x22, 0])
  sim.setFault('paperOut')
  await send()
  expect(await send(...text('b'), 0x0a, 0x17)).toEqual([])
  sim.setFault('none')
  expect((await send()).slice(-2)).toEqual([0x24, 0])
  expect((await send(...Array(22).fill(0x17))).slice(-2)).toEqual([0x00, 0])
  await send(0x17, ESC, RS, 0x45, 0)
  expect((await send(...status)).slice(-2)).toEqual([0, 0])
})

test('the print-end counter comes when the line is printed, with the caller’s numbers', async () => {
  const { sim, send } = plugged()
  const ask = (s: number, n1 = 0, n2 = 0) => [ESC, GS, 0x03, s, n1, n2]
  expect(await send(...ask(0))).toEqual([...ask(0), 0, 0])
  expect(await send(...text('H'), ...ask(1, 2, 0x11))).toEqual([...ask(1, 2, 0x11), 1, 0])
  expect(sim.tear()?.heightDots).toBe(32)
  sim.setFault('coverOpen')
  expect(await send(...text('H'), ...ask(1, 2, 0x12))).toEqual([])
  sim.setFault('none')
  expect(await send()).toEqual([...ask(1, 2, 0x12), 2, 0])
  expect(await send(...ask(2), ...ask(0))).toEqual([...ask(0), 0, 0])
})

test('drawers: in their turn by BEL and SUB, at once by FS and EM', async () => {
  const { sim, send } = plugged()
  await send(ESC, 0x07, 12, 25, 0x07, 0x1a)
  expect(sim.pulses()).toEqual([
    { pin: 2, onMs: 120 },
    { pin: 5, onMs: 200 },
  ])
  sim.setFault('paperOut')
  await send(0x07)
  expect(sim.kicks()).toBe(2)
  await send(0x1c, 0x19)
  expect(sim.kicks()).toBe(4)
  sim.setFault('none')
  expect(sim.kicks()).toBe(5)
})

test('CAN forgets modes and counter; ESC ACK CAN also what was waiting', async () => {
  const { sim, send, sheets } = plugged()
  sim.setFault('paperOut')
  await send(...text('old'), ...cut)
  await send(ESC, 0x06, 0x18)
  sim.setFault('none')
  await send(0x17, 0x18)
  expect((await send(...status)).slice(-2)).toEqual([0, 0])
  expect(sheets).toHaveLength(0)
})

test('paper that ends in the middle of a picture stops the printer there; a new roll lets it go on', async () => {
  const { sim, send, sheets } = plugged({ rollDots: 60 })
  await send(ESC, GS, 0x53, 1, 1, 0, 100, 0, 0, ...Array(100).fill(0xff), ...cut)
  expect([sim.fault(), sheets.length]).toEqual(['paperOut', 0])
  sim.loadPaper()
  await send()
  expect(rowsOf(sheets[0]).filter((row) => row.startsWith('########'))).toHaveLength(100)
})

test('what a printer would ignore is ignored and reported', async () => {
  const { sim, send } = plugged()
  await send(...text('a'), ESC, GS, 0x61, 1, ESC, 0x7f, ESC, GS, 0x53, 0, 1, 0, 1, 0, 0, 0xff, ESC, 0x64, 9)
  await send(ESC, 0x62, 3, 2, 1, 40, ...text('12345'), RS, ESC, GS, 0x79, 0x50, 0x0a)
  expect(sim.reports()).toEqual([
    'ESC GS a inside a line is ignored',
    'unknown command 1b7f',
    'ESC GS S out of range: ignored',
    'ESC d 9 is out of range: ignored',
    'ESC b: "12345" is no symbol of kind 3 here: ignored',
    'the QR symbol is empty or wider than the paper: nothing printed',
  ])
  expect(sim.tear()?.heightDots).toBe(32)
})
