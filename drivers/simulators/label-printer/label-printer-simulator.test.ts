import { beforeEach, describe, expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import {
  type LabelPrinterSimulator,
  type LabelPrinterSimulatorOptions,
  labelPrinterSimulator,
} from './label-printer-simulator.ts'

let sim: LabelPrinterSimulator
let link: Link
let said = ''

const plug = (options: LabelPrinterSimulatorOptions = {}) => {
  sim = labelPrinterSimulator(options)
  const [near, far] = linkPair()
  sim.accept(far)
  link = near
  said = ''
  link.onData((bytes) => {
    said += Buffer.from(bytes).toString('latin1')
  })
}
const send = (zpl: string) => link.write(Buffer.from(zpl, 'latin1'))
const asked = async (): Promise<readonly string[]> => {
  said = ''
  await send('~HS')
  await expect.poll(() => said.split('\r\n').length).toBe(4)
  // STX … ETX CR LF, three times.
  return said.split('\r\n', 3).map((line) => line.slice(1, -1))
}

/** Labels of the present batch still to come, as the printer says. */
const remaining = async () => (await asked())[1]?.split(',')[8]

beforeEach(() => plug())

const box = '^XA^PW80^LL40^FO8,8^GFA,4,4,2,JF:^FS^XZ'

test('says the three lines of an idle printer', async () => {
  expect(await asked()).toEqual([
    '030,0,0,1200,000,0,0,0,000,0,0,0',
    '000,0,0,0,0,2,4,0,00000000,1,000',
    '1234,0',
  ])
})

test('counts what waits and what is still to come, and goes on by itself when it is mended', async () => {
  sim.setFault('paused')
  await send('^XA^PQ3^XZ^XA^XZ^XA^FO1,1')
  expect((await asked())[0]).toBe('030,0,1,1200,002,0,0,1,000,0,0,0')
  expect(sim.printed()).toBe(0)
  sim.setFault('none')
  await expect.poll(() => sim.printed()).toBe(4)
})

test('stops when the roll ends, and says how many are left', async () => {
  plug({ rollLabels: 2 })
  await send('^XA^PQ5^XZ')
  await expect.poll(() => sim.fault()).toBe('paperOut')
  expect((await asked())[0]?.slice(4, 7)).toBe('1,1')
  expect(await remaining()).toBe('00000003')
  sim.loadRoll()
  await expect.poll(() => sim.printed()).toBe(5)
})

test('~JA stops behind the label that is coming out; ~JX forgets only what has begun', async () => {
  plug({ labelMs: 20 })
  await send('^XA^PQ50^XZ^XA^XZ')
  await expect.poll(() => sim.printed()).toBeGreaterThan(0)
  await send('~JA')
  await expect.poll(remaining).toBe('00000000')
  expect(sim.printed()).toBeLessThan(50)
  await send('^XA^FO1,1~JX^XA^XZ')
  expect(sim.reports()).toEqual([])
})

test('the plug pulled: what waited is gone, and half a format with it', async () => {
  sim.setFault('paused')
  await send('^XA^PQ9^XZ^XA^FO1,1^A0N,20,20^FDhal')
  await sim.powerCycle()
  sim.setFault('none')
  plugAgain()
  expect((await asked())[0]).toBe('030,0,0,1200,000,0,0,0,000,0,0,0')
  expect(sim.printed()).toBe(0)
})

function plugAgain(): void {
  const [near, far] = linkPair()
  sim.accept(far)
  link = near
  link.onData((bytes) => {
    said += Buffer.from(bytes).toString('latin1')
  })
}

describe('forgives nothing', () => {
  test.each([
    ['^XA^ZZ1^XZ', '^ZZ is not simulated'],
    ['^FO1,1^FS', '^FO outside a format'],
    ['^XA^XA^XZ', '^XA inside a format'],
    ['^XA^FO1,1^FDx^XZ', '^XZ inside a field'],
    ['^XA^A0N,20,20^FDx^FS^XZ', 'a field without ^FO or ^FT'],
    ['^XA^FO1,1^FDx^FS^XZ', 'a text without a font: "x"'],
    ['^XA^CI28^FO1,40^A0N,20,20^FD\xd8\xb2^FS^XZ', 'font 0 has no U+0632'],
    ['^XA^FO1,1^FH^A0N,20,20^FD_zz^FS^XZ', '_zz is no escape'],
    ['^XA^FO1,1^GFA,4,4,2,FF^FS^XZ', '^GF: 0 rows instead of 2'],
    ['^XA^FO1,1^GFA,4,4,2,:,^FS^XZ', '^GF: a repeated row without a row above'],
    ['^XA^FO1,1^GFA,2,2,1,FG0^FS^XZ', '^GF: 1 rows instead of 2'],
    ['^XA^PW40^LL40^FO36,1^GFA,1,1,1,FF^FS^XZ', 'a field at 36,1 leaves the label'],
    ['^XA^FO1,1^BEN,40,N,N^FD2000000010052^FS^XZ', '^BE wants twelve figures, not "2000000010052"'],
    ['^XA^FO1,1^BCN,40,N,N,N,N^FD>:a>^FS^XZ', '^BC cannot say ">:a>"'],
    ['^XA^FO1,1^BQN,2,4^FDhttps://x^FS^XZ', '^BQ data begins with a level and A, not "htt"'],
    ['^XA^FO1,1^A0N,40,40^FB20,1,0,C^FDwide^FS^XZ', 'a text is wider than its block: wide'],
    ['^XA^PQ0^XZ', '^PQ0: not a number of labels'],
    ['^XA^PW900^XZ', '^PW900 is wider than the head'],
    ['^XA^POI^XZ', '^POI is not simulated'],
    ['hello^XA^XZ', 'stray "h" between commands'],
  ])('%s', async (zpl, report) => {
    await send(zpl)
    await expect.poll(() => sim.reports()).toContain(report)
  })
})

test('prints what it was told, where it was told', async () => {
  const pictures: string[] = []
  sim.onLabel(({ png, widthDots, heightDots }) => pictures.push(`${widthDots} × ${heightDots} ${png}`))
  await send(box + box)
  await expect.poll(() => pictures.length).toBe(2)
  expect(pictures[0]).toBe(pictures[1])
  expect(pictures[0]).toMatch(/^80 × 40 /)
  expect(sim.reports()).toEqual([])
})
