import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { Via } from './mechanism/intake.ts'
import { type PrinterSimulatorOptions, printerSimulator } from './printer-simulator.ts'

const GS = 0x1d
const cut = [GS, 0x56, 66, 0]
/** A picture of so many rows, one byte wide. */
const picture = (rows: number) => [GS, 0x76, 0x30, 0, 1, 0, rows, 0, ...Array<number>(rows).fill(0xff)]

function plugged(options: PrinterSimulatorOptions = {}, via: Via = 'other') {
  const sim = printerSimulator({ widthDots: 96, ...options })
  const sheets: PaperSheet[] = []
  sim.onSheet((sheet) => sheets.push(sheet))
  const plug = () => {
    const [near, far] = linkPair()
    const heard: number[] = []
    let gone = false
    near.onData((bytes) => heard.push(...bytes))
    near.onClose(() => {
      gone = true
    })
    sim.accept(far, via)
    const send = async (...bytes: number[]) => {
      if (bytes.length > 0) await near.write(Uint8Array.from(bytes))
      await new Promise((wake) => setImmediate(wake))
      return heard.splice(0)
    }
    return { near, send, gone: () => gone }
  }
  return { sim, sheets, plug, ...plug() }
}

test.each(['paperOut', 'coverOpen', 'offline'] as const)(
  '%s in the middle of a picture stops it between two rows; mended, the rest comes out',
  async (fault) => {
    const { sim, send, sheets } = plugged()
    sim.failAfter(40, fault)
    await send(...picture(100), ...cut)
    expect([sim.fault(), sheets.length]).toEqual([fault, 0])
    sim.setFault('none')
    await send()
    expect(sheets.map(({ heightDots }) => heightDots)).toEqual([100 + 72])
  },
)

test('what stands out when the paper ends is exactly the paper there was', async () => {
  const { sim, send } = plugged({ rollDots: 40 })
  await send(...picture(100))
  expect(sim.tear()?.heightDots).toBe(40)
})

test('a roll of known length is said to be near its end', async () => {
  const { sim, send } = plugged({ rollDots: 2_450 })
  await send(GS, 0x61, 0x0f)
  expect(await send(...picture(100))).toEqual([0x10, 0, 0x03, 0x0f])
  sim.loadPaper()
  expect(await send()).toEqual([0x10, 0, 0, 0x0f])
})

test('automatic status tells of the groups that were asked for, and of no others', async () => {
  const { sim, send } = plugged()
  await send(GS, 0x61, 0x04)
  sim.setPaperLow(true)
  sim.setFault('coverOpen')
  expect(await send()).toEqual([])
  sim.setFault('cutter')
  expect(await send()).toEqual([0x18, 0x08, 0x03, 0x0f])
})

test('a knife that is stuck stays stuck for DLE ENQ and the power switch; a jam does not', async () => {
  const { sim, send, plug } = plugged()
  sim.setFault('cutter')
  await send(0x10, 0x05, 2)
  await sim.powerCycle()
  expect(sim.fault()).toBe('cutter')
  sim.setFault('none')
  sim.jamCutter()
  await plug().send(...picture(9), ...cut)
  expect(sim.fault()).toBe('cutter')
  await sim.powerCycle()
  expect([sim.fault(), sim.tear()?.heightDots]).toEqual(['none', 81])
})

test('without power it hears nothing, says nothing and keeps the paper; back, it cuts the network off', async () => {
  const { sim, send, gone, plug } = plugged()
  sim.failAfter(40, 'power')
  await send(...picture(100))
  expect(await send(0x10, 0x04, 1, ...picture(9))).toEqual([])
  expect(gone()).toBe(false)
  await sim.powerOn()
  expect(gone()).toBe(true)
  expect(await plug().send(0x10, 0x04, 1)).toEqual([0x12])
  expect(sim.tear()?.heightDots).toBe(40)
})

test('a serial line goes on after the power came back: the rest of a picture is letters', async () => {
  const { sim, send, gone } = plugged({}, 'serial')
  await send(GS, 0x76, 0x30, 0, 1, 0, 100, 0, 0x41)
  sim.powerOff()
  await sim.powerOn()
  expect(await send()).toEqual([0x11])
  await send(0x41, 0x41, 0x0a)
  expect([gone(), sim.tear()?.heightDots]).toEqual([false, 30])
})

test('a full buffer says XOFF, an emptier one XON; what comes beyond its end is lost', async () => {
  const { sim, send } = plugged({ bufferBytes: 400 }, 'serial')
  sim.setFault('paperOut')
  expect(await send(...picture(100), ...picture(100))).toEqual([])
  expect(await send(...picture(80))).toEqual([0x13])
  expect([sim.holding(), await send(...picture(200))]).toEqual([true, []])
  expect(sim.reports()).toEqual(['the buffer is full: bytes are lost'])
  sim.setFault('none')
  expect(await send()).toEqual([0x11])
  expect(sim.tear()?.heightDots).toBe(280)
})

test('busy is a full buffer that a person sees', async () => {
  const { sim, send } = plugged({}, 'serial')
  sim.setBusy(true)
  sim.setBusy(true)
  sim.setBusy(false)
  expect(await send()).toEqual([0x13, 0x11])
})

test('GS I says what it is', async () => {
  const { send, sim } = plugged()
  expect(await send(GS, 0x49, 2)).toEqual([0x02])
  expect(await send(GS, 0x49, 66)).toEqual([0x5f, ...Buffer.from('HANOUT'), 0])
  await send(GS, 0x49, 99)
  expect(sim.reports()).toEqual(['GS I 99 is not simulated'])
})

test('pulses carry their pin and length; out of range they are none', async () => {
  const { send, sim } = plugged()
  await send(0x1b, 0x70, 49, 25, 100, 0x10, 0x14, 1, 1, 3, 0x1b, 0x70, 7, 25, 100, 0x10, 0x14, 1, 0, 9)
  expect(sim.pulses()).toEqual([
    { pin: 5, onMs: 300 },
    { pin: 5, onMs: 50 },
  ])
})

test('an idle serial line leaves the printer to the network; a connection keeps it until it ends', async () => {
  const { sim, send, sheets, plug } = plugged({}, 'serial')
  const [near, far] = linkPair()
  sim.accept(far)
  await near.write(Uint8Array.from([...picture(9), ...cut]))
  expect(sheets).toHaveLength(1)
  const second = plug()
  await near.write(Uint8Array.from([0x1d]))
  await second.send(...picture(9), ...cut)
  expect(sheets).toHaveLength(1)
  await near.close()
  await send()
  expect(sheets).toHaveLength(2)
})
