import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loyaltyCard, testCard } from '#drivers/simulators/reader/cards.ts'
import type { ReaderSimulator } from '#drivers/simulators/reader/reader-simulator.ts'
import { makeReaderSimulator, type SimulatedReader } from '#drivers/simulators/reader/simulators.ts'
import { openPty, type PtyAcceptor } from '#drivers/simulators/wire/open-pty.node.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { DeviceRead, DeviceView } from '#shared/contract/devices.ts'
import type { Devices } from './devices.ts'
import { openDevices } from './open-devices.ts'

let folder: string
let room: Devices
let reads: DeviceRead[]
const plugged: { readonly pty: PtyAcceptor; readonly reader: ReaderSimulator }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-reader-'))
  room = await openDevices({ folder, log: silentLog })
  reads = []
  room.onRead((read) => reads.push(read))
})
afterEach(async () => {
  await room.close()
  for (const { pty, reader } of plugged.splice(0)) {
    reader.close()
    await pty.close()
  }
  await rm(folder, { recursive: true })
})

const view = (): DeviceView | undefined => room.list().find(({ kind }) => kind === 'reader')
const path = (): string => join(folder, 'reader')

async function plugIn(protocol: SimulatedReader): Promise<ReaderSimulator> {
  const reader = makeReaderSimulator(protocol)
  const pty = await openPty({ linkPath: path(), awayMs: 50 }, (link) => reader.accept(link, 'serial'))
  plugged.push({ pty, reader })
  return reader
}

const configure = (protocol: SimulatedReader) =>
  room.configure({
    terminal: null,
    printer: null,
    reader: { protocol, place: { via: 'serial', path: path(), baud: 9_600 }, name: 'Reader' },
  })

test.each(['idtech-securemag', 'idtech-neo2'] as const)(
  'a %s gives the shop its own codes, of payment cards only what may be shown, and asks for the next card by itself',
  async (protocol) => {
    const reader = await plugIn(protocol)
    expect(await configure(protocol)).toEqual({ ok: true, value: null })
    await expect.poll(() => view()?.health, { timeout: 5_000 }).toBe('ready')
    // A reader that has to be asked may not have been asked yet: the card is shown until it is read.
    const show = async (card: typeof testCard, count: number): Promise<void> => {
      await expect
        .poll(
          async () => {
            if (reads.length < count) await reader.swipe(card)
            return reads.length
          },
          { interval: 100, timeout: 8_000 },
        )
        .toBeGreaterThanOrEqual(count)
    }
    await show(loyaltyCard, 1)
    await show(testCard, 2)
    expect(reads[0]).toEqual({ kind: 'code', from: 'card', code: '7700012345' })
    expect(reads.at(-1)).toEqual({ kind: 'paymentCard', maskedPan: '516794******3315' })
    const trace = room.trace(view()?.id ?? '')
    expect(trace).toMatchObject({ ok: true })
    expect(JSON.stringify([trace, reads])).not.toContain('5167940000003315')
    expect(await room.check(view()?.id ?? '')).toMatchObject({ ok: true })
  },
)

test('a card that could not be read is told as that', async () => {
  const reader = await plugIn('idtech-securemag')
  await configure('idtech-securemag')
  await expect.poll(() => view()?.health, { timeout: 5_000 }).toBe('ready')
  reader.setFault('badCheck')
  await reader.swipe(testCard)
  await expect.poll(() => reads).toEqual([{ kind: 'unreadable', reason: 'badCheck' }])
})

test('a reader that is not there is trouble, is found when it comes, and is gone when it is taken away', async () => {
  await configure('idtech-securemag')
  await expect.poll(() => view()).toMatchObject({ health: 'trouble', trouble: 'unreachable' })
  expect(await room.check(view()?.id ?? '')).toMatchObject({ refusal: { code: 'readerTrouble' } })
  const reader = await plugIn('idtech-securemag')
  await expect.poll(() => view()?.health, { timeout: 8_000 }).toBe('ready')
  expect(view()?.lastError).toMatchObject({ trouble: 'unreachable' })
  await reader.swipe(loyaltyCard)
  await expect.poll(() => reads.length).toBe(1)
  await room.configure({ terminal: null, printer: null })
  expect(view()).toBeUndefined()
  await reader.swipe(loyaltyCard)
  expect(reads).toHaveLength(1)
})
