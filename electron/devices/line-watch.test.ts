import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSimulatorKind } from '#drivers/simulators/terminal/registry.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import type { ChargeHooks, ChargeRequest } from '#drivers/terminals/terminal.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { DevicePlace, DeviceView } from '#shared/contract/devices.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Devices } from './devices.ts'
import { openDevices } from './open-devices.ts'

const watchPace = { firstMs: 30, longestMs: 120, presenceMs: 30, openMs: 1_000 }

let folder: string
let room: Devices
let simulator: TerminalSimulator
const seen: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-watch-'))
  room = await openDevices({ folder, log: silentLog, watchPace })
  seen.length = 0
  room.watch(([terminal]) => {
    const state = `${terminal?.health} ${terminal?.trouble}`
    if (seen.at(-1) !== state) seen.push(state)
  })
  const made = await findSimulatorKind('naps')?.make({}, { cardMs: 600, authoriseMs: 20 })
  if (made === undefined) throw new Error('no simulator')
  simulator = made
})
afterEach(async () => {
  await room.close()
  simulator.close()
  await rm(folder, { recursive: true })
})

const request: ChargeRequest = {
  amount: dirham(12_550),
  currency: 'MAD',
  sequence: 1,
  at: { utcMs: Date.UTC(2026, 10, 23, 10), offsetMinutes: 60 },
}
const hooks: ChargeHooks = {
  confirm: () => undefined,
  onStep: () => undefined,
  signal: new AbortController().signal,
}
const terminal = (): DeviceView | undefined => room.list()[0]
const configure = (place: DevicePlace) =>
  room.configure({ terminal: { protocol: 'naps', place, name: 'T' }, printer: null })

test('unplugged in the middle of a charge, plugged in again: shown as trouble, then well by itself', async () => {
  const path = join(folder, 'terminal')
  const pty = await openPty({ linkPath: path, awayMs: 400 }, (link) => simulator.accept(link, 'serial'))
  await configure({ via: 'serial', path, baud: 9_600 })
  const charging = room.terminal.current()?.charge(request, hooks)
  await expect.poll(() => terminal()?.step).toBe('presentCard')
  simulator.powerCycle(100)
  expect(await charging).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
  await expect.poll(() => terminal(), { timeout: 10_000 }).toMatchObject({ health: 'ready', trouble: null })
  expect(terminal()?.lastError).toMatchObject({ trouble: expect.stringMatching(/lineLost|unreachable/) })
  expect(simulator.standing()).toEqual([])
  await pty.close()
})

test('a serial port that goes while nobody uses it is shown, and so is its return', async () => {
  const path = join(folder, 'terminal')
  const pty = await openPty({ linkPath: path }, (link) => simulator.accept(link, 'serial'))
  await configure({ via: 'serial', path, baud: 9_600 })
  expect(await room.check(terminal()?.id ?? '')).toMatchObject({ ok: true })
  await pty.close()
  await expect
    .poll(() => terminal(), { timeout: 5_000 })
    .toMatchObject({
      health: 'trouble',
      trouble: 'unreachable',
      lastError: { detail: expect.stringContaining('is not there') },
    })
  const again = await openPty({ linkPath: path }, (link) => simulator.accept(link, 'serial'))
  await expect.poll(() => terminal()?.health, { timeout: 10_000 }).toBe('ready')
  expect(simulator.journal()).toEqual([])
  await again.close()
})

test('a host that was away is asked how it is when its port opens again, and no money moves', async () => {
  const first = await listenTcp({ port: 0 }, (link) => simulator.accept(link, 'tcp'))
  const { port } = first
  await first.close()
  await configure({ via: 'tcp', host: '127.0.0.1', port })
  expect(await room.check(terminal()?.id ?? '')).toMatchObject({ ok: false })
  expect(terminal()).toMatchObject({ health: 'trouble', trouble: 'unreachable' })
  const again = await listenTcp({ port }, (link) => simulator.accept(link, 'tcp'))
  await expect.poll(() => terminal()?.health, { timeout: 10_000 }).toBe('ready')
  expect(seen).toEqual(['unknown null', 'trouble unreachable', 'ready null'])
  expect(simulator.journal()).toEqual([])
  await again.close()
})

test('a charge does not find its line taken by the one who only looks', async () => {
  const path = join(folder, 'terminal')
  await configure({ via: 'serial', path, baud: 9_600 })
  expect(await room.terminal.current()?.charge(request, hooks)).toMatchObject({
    reason: { code: 'TILL-UNREACHABLE' },
  })
  const pty = await openPty({ linkPath: path }, (link) => simulator.accept(link, 'serial'))
  expect(await room.terminal.current()?.charge({ ...request, sequence: 2 }, hooks)).toMatchObject({
    outcome: 'approved',
  })
  expect(terminal()).toMatchObject({ health: 'ready', trouble: null })
  await pty.close()
})
