import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { simulatorKinds } from '#drivers/simulators/terminal/registry.ts'
import { terminalKinds } from '#drivers/terminals/registry.ts'
import type { ChargeHooks, ChargeRequest } from '#drivers/terminals/terminal.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { silentLog } from '#electron/platform/log.ts'
import { type TerminalFault, type TerminalProtocol, terminalProtocols } from '#shared/contract/devices.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Devices } from './devices.ts'
import { openDevices } from './open-devices.ts'

const protocols = Object.keys(simulatorKinds) as TerminalProtocol[]

/** Ten times as fast as it should be: people at simulated terminals take their time. */
const hurried: Timers = {
  nowMs: () => realTimers.nowMs() * 10,
  after: (delayMs, run) => realTimers.after(delayMs / 10, run),
}

let folder: string
let room: Devices
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-devices-'))
  room = await openDevices({ folder, log: silentLog, simulatedTimers: hurried })
})
afterEach(async () => {
  await room.close()
  await rm(folder, { recursive: true })
})

const configure = (protocol: TerminalProtocol) =>
  room.configure({ terminal: { protocol, place: { via: 'simulated' }, name: 'T' }, printer: null })
const request = (sequence: number): ChargeRequest => ({
  amount: dirham(12_550),
  currency: 'MAD',
  sequence,
  at: { utcMs: Date.UTC(2026, 10, 23, 10), offsetMinutes: 60 },
})
const hooks = (): ChargeHooks => ({
  confirm: () => undefined,
  onStep: () => undefined,
  signal: new AbortController().signal,
})

test('every protocol of the contract has a driver, and each driver that is wired has a terminal to practise with', () => {
  expect(Object.keys(terminalKinds).toSorted()).toEqual([...terminalProtocols].toSorted())
  const wired = Object.entries(terminalKinds).filter(([, { wirings }]) => Object.keys(wirings).length > 0)
  expect(protocols.toSorted()).toEqual(wired.map(([protocol]) => protocol).toSorted())
})

test.each(protocols)(
  'a simulated %s terminal is well, charges, and says what it can do',
  async (protocol) => {
    expect(await configure(protocol)).toEqual({ ok: true, value: null })
    const id = `${protocol}-simulated`
    const port = room.terminal.current()
    expect(room.list()[0]).toMatchObject({ id, simulated: true, capabilities: port?.capabilities })
    expect(await room.check(id)).toMatchObject({ ok: true })
    expect(await port?.charge(request(1), hooks())).toMatchObject({ outcome: 'approved' })
    expect(room.list()[0]).toMatchObject({ health: 'ready', trouble: null, step: null, lastError: null })
    expect([typeof port?.void, typeof port?.refund]).toEqual([
      port?.capabilities.void ? 'function' : 'undefined',
      port?.capabilities.refund ? 'function' : 'undefined',
    ])
  },
)

test.each(protocols)('a %s terminal told to refuse refuses once, and says why', async (protocol) => {
  await configure(protocol)
  expect(room.setTerminalFault('decline')).toEqual({ ok: true, value: null })
  const port = room.terminal.current()
  const refused = await port?.charge(request(1), hooks())
  expect(refused).toMatchObject({ outcome: 'declined' })
  expect(room.list()[0]).toMatchObject({ health: 'ready', lastError: null })
  expect(await port?.charge(request(2), hooks())).toMatchObject({ outcome: 'approved' })
})

test.each(protocols)(
  'what went over the wire of a %s terminal is kept, and shows no card number',
  async (protocol) => {
    await configure(protocol)
    await room.terminal.current()?.charge(request(1), hooks())
    const trace = room.trace(`${protocol}-simulated`)
    if (!trace.ok) throw new Error('no trace')
    const { lines, text } = trace.value
    expect(new Set(lines.map(({ direction }) => direction))).toEqual(new Set(['in', 'out']))
    expect(text.startsWith('Hanout: ')).toBe(true)
    expect(text).toContain(`protocol: ${protocol}\nplace: simulated\n`)
    expect(text.replace(/\W/g, '')).not.toMatch(/516794000000|51679400|0000003315/)
  },
)

test.each(['naps', 'caisse-ap'] as const)(
  'an answer lost on the line of a %s terminal stays its last error after it is well again',
  async (protocol) => {
    await configure(protocol)
    room.setTerminalFault('dropAfterApprove')
    const port = room.terminal.current()
    expect(await port?.charge(request(1), hooks())).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
    const lastError = { trouble: 'lineLost', detail: expect.any(String), at: { utcMs: expect.any(Number) } }
    expect(room.list()[0]).toMatchObject({ health: 'trouble', trouble: 'lineLost', lastError })
    expect(await port?.charge(request(2), hooks())).toMatchObject({ outcome: 'approved' })
    expect(room.list()[0]).toMatchObject({ health: 'ready', trouble: null, lastError })
  },
)

test('a terminal in the hand is well whatever is done on it, and shows what to do', async () => {
  const place = { via: 'hand' } as const
  await room.configure({ terminal: { protocol: 'manual', place, name: 'T' }, printer: null })
  expect(room.list()[0]).toMatchObject({
    id: 'manual-hand',
    place: 'hand',
    simulated: false,
    health: 'ready',
  })
  const port = room.terminal.current()
  expect(port?.capabilities).toMatchObject({ byHand: true, query: false })
  const released = new AbortController()
  const charging = port?.charge(request(1), { ...hooks(), signal: released.signal })
  await expect.poll(() => room.list()[0]).toMatchObject({ health: 'busy', step: 'keyAmount' })
  released.abort()
  expect(await charging).toMatchObject({ outcome: 'unknown' })
  expect(room.list()[0]).toMatchObject({ health: 'ready', trouble: null, step: null, lastError: null })
  expect(room.setTerminalFault('decline')).toMatchObject({ refusal: { code: 'deviceUnknown' } })
})

test('a terminal in another currency says so before and at a charge, and takes nothing', async () => {
  await configure('zvt')
  expect(room.setTerminalFault('otherCurrency' as TerminalFault)).toMatchObject({ ok: true })
  expect(await room.check('zvt-simulated')).toMatchObject({ refusal: { code: 'terminalSaidNo' } })
  const otherCurrency = { health: 'trouble', trouble: 'otherCurrency' }
  expect(room.list()[0]).toMatchObject(otherCurrency)
  expect(await room.terminal.current()?.charge(request(1), hooks())).toMatchObject({ outcome: 'declined' })
  expect(room.list()[0]).toMatchObject({ ...otherCurrency, lastError: { trouble: 'otherCurrency' } })
})

test('a fault that a protocol does not have is refused by name', async () => {
  await configure('concert')
  expect(room.setTerminalFault('dropAfterConfirm')).toMatchObject({ refusal: { code: 'deviceCannot' } })
})

test('service is what the driver has: totals where there are some, and nothing where there is nothing', async () => {
  await configure('naps')
  await room.terminal.current()?.charge(request(1), hooks())
  expect(await room.service('naps-simulated', 'settle')).toMatchObject({ ok: true })
  expect(await room.service('naps-simulated', 'reference')).toMatchObject({ ok: true })
  expect(await room.service('naps-simulated', 'reset')).toMatchObject({ ok: true })
  expect(room.list()[0]).toMatchObject({ health: 'ready' })
  await configure('concert')
  expect(await room.service('concert-simulated', 'settle')).toMatchObject({
    refusal: { code: 'deviceCannot' },
  })
  expect(await room.service('naps-simulated', 'settle')).toMatchObject({ refusal: { code: 'deviceUnknown' } })
})

test.each(['naps', 'zvt', 'nexo'] as const)(
  '%s: its day is ended through the port for it, never beside a charge, and tells what it came to',
  async (protocol) => {
    await configure(protocol)
    const id = `${protocol}-simulated`
    const busy = { ok: false, reason: { code: 'TILL-BUSY' } }
    const charging = room.terminal.current()?.charge(request(1), hooks())
    expect(await room.settleTerminal(id)).toMatchObject({ ...busy, sent: false })
    expect(await room.readTotals(id)).toMatchObject(
      protocol === 'naps' ? { ok: false, reason: { code: 'TILL-CANNOT' } } : busy,
    )
    expect(await charging).toMatchObject({ outcome: 'approved' })
    if (protocol !== 'naps') expect(await room.readTotals(id)).toMatchObject({ ok: true })
    // A health check under way is waited for.
    const checking = room.check(id)
    expect(await room.settleTerminal(id)).toMatchObject({ ok: true, told: expect.anything() })
    expect(await checking).toMatchObject({ ok: true })
    expect(room.list()[0]).toMatchObject({ health: 'ready', trouble: null })
    room.setTerminalFault('settleNoAnswer' as TerminalFault)
    const silent = { ok: false, sent: true, reason: { code: 'TILL-NOANSWER' } }
    expect(await room.settleTerminal(id)).toMatchObject(silent)
    expect(room.list()[0]).toMatchObject({ health: 'trouble', trouble: 'noAnswer' })
  },
)

test('nothing is sent to a terminal that is not there, or that ends its day by itself', async () => {
  await configure('concert')
  const cannot = { ok: false, sent: false, reason: { code: 'TILL-CANNOT' } }
  expect(await room.settleTerminal('concert-simulated')).toMatchObject(cannot)
  const none = { ok: false, reason: { code: 'TILL-NO-TERMINAL' } }
  expect(await room.settleTerminal('naps-simulated')).toMatchObject({ ...none, sent: false })
  expect(await room.readTotals('naps-simulated')).toMatchObject(none)
})
