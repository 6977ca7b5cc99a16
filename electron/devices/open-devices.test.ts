import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChargeHooks, ChargeRequest } from '#drivers/terminals/terminal.ts'
import { openLog } from '#electron/platform/log.ts'
import type { DevicesConfig, DeviceView } from '#shared/contract/devices.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Devices } from './devices.ts'
import { openDevices } from './open-devices.ts'

const simulated: DevicesConfig = {
  terminal: { protocol: 'naps', place: { via: 'simulated' }, name: 'Terminal' },
  printer: { protocol: 'escpos', place: { via: 'simulated' }, name: 'Paper', profile: 'epson-tm-t20' },
}

let folder: string
let devices: Devices | null = null
const logged: string[] = []
const log = openLog({ level: 'debug', to: { write: (line) => logged.push(line) } })
const open = async (): Promise<Devices> => {
  devices = await openDevices({ folder, log })
  return devices
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-devices-'))
})
afterEach(async () => {
  await devices?.close()
  devices = null
  await rm(folder, { recursive: true })
})

const request = (sequence: number): ChargeRequest => ({
  amount: dirham(12_550),
  currency: 'MAD',
  sequence,
  at: { utcMs: Date.UTC(2026, 10, 23, 10), offsetMinutes: 60 },
})
const hooks = (steps: TerminalStep[] = []): ChargeHooks => ({
  confirm: () => undefined,
  onStep: (step) => steps.push(step),
  signal: new AbortController().signal,
})
const view = (room: Devices, kind: 'terminal' | 'printer'): DeviceView | undefined =>
  room.list().find((each) => each.kind === kind)

test('without a file there is no device, and that is a state', async () => {
  const room = await open()
  expect(room.list().map((each) => each.health)).toEqual(['absent', 'absent'])
  expect(room.terminal.current()).toBeNull()
  expect(room.printers.printersFor('receipts')).toEqual([])
  expect(await room.printers.kickDrawer()).toEqual({ outcome: 'notStarted', reason: 'unreachable' })
  expect(await room.check('terminal')).toMatchObject({ ok: false, refusal: { code: 'deviceUnknown' } })
  expect(await room.testPrint('printer')).toMatchObject({ refusal: { code: 'noPrinter' } })
  expect(room.setTerminalFault('decline')).toMatchObject({ refusal: { code: 'deviceUnknown' } })
})

test.each([
  ['{ "terminal": null', /no JSON/],
  ['[]', /its top level/],
  [
    '{"terminal":{"protocol":"morse","place":{"via":"simulated"},"name":"T"},"printer":null}',
    /terminal\.protocol/,
  ],
  [
    '{"terminal":{"protocol":"nexo","place":{"via":"tcp","host":"h","port":9},"name":"T"},"printer":null}',
    /terminal\.options\.poiId \(a nexo terminal by tcp needs it\)/,
  ],
  [
    '{"terminal":{"protocol":"naps","place":{"via":"file","path":"/x"},"name":"T"},"printer":null}',
    /terminal\.place/,
  ],
  [
    '{"terminal":null,"printer":{"protocol":"escpos","place":{"via":"simulated"},"name":"P","profile":"x"}}',
    /profile/,
  ],
])('a file that cannot be meant is refused with its place and left alone: %s', async (text, where) => {
  await writeFile(join(folder, 'devices.json'), text)
  const error = await openDevices({ folder, log }).catch((e: unknown) => e)
  expect(error).toMatchObject({ name: 'SettingsRefused', message: expect.stringMatching(where) })
  expect(await readFile(join(folder, 'devices.json'), 'utf8')).toBe(text)
})

test('a configuration is written whole, checked, and there again after a restart', async () => {
  const room = await open()
  const seen: string[][] = []
  room.watch((views) => seen.push(views.map((each) => each.health)))
  expect(await room.configure(simulated)).toEqual({ ok: true, value: null })
  expect(await readdir(folder)).toEqual(['devices.json'])
  expect(seen.at(-1)).toEqual(['ready', 'ready'])
  const terminal = room.terminal.current()
  const wrong = { ...simulated, printer: { ...simulated.printer, profile: 'nobody' } } as DevicesConfig
  expect(await room.configure(wrong)).toMatchObject({ ok: false, refusal: { code: 'badInput' } })
  expect(room.config()).toEqual(simulated)
  await room.configure({ ...simulated, printer: null })
  expect(room.terminal.current()).toBe(terminal)
  await room.close()
  const again = await open()
  expect(again.config()).toEqual({ ...simulated, printer: null })
  expect(again.terminal.current()?.id).toBe('naps-simulated')
  expect(again.printers.printersFor('receipts')).toEqual([])
})

test('the simulated terminal charges as a real one does, step by step, and shows how it fares', async () => {
  const room = await open()
  await room.configure(simulated)
  const terminal = room.terminal.current()
  const health: string[] = []
  room.watch((views) => health.push(`${views[0]?.health} ${views[0]?.step}`))
  const steps: TerminalStep[] = []
  const charging = terminal?.charge(request(1), hooks(steps))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(view(room, 'terminal')).toMatchObject({ health: 'busy', step: 'presentCard' })
  // Meanwhile nothing else may happen to the device.
  expect(await room.configure({ terminal: null, printer: null })).toMatchObject({
    refusal: { code: 'attemptInProgress' },
  })
  expect(await room.check('naps-simulated')).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  expect(await terminal?.charge(request(2), hooks())).toMatchObject({ reason: { code: 'TILL-BUSY' } })
  expect(await charging).toMatchObject({
    outcome: 'approved',
    approval: { maskedPan: '516794******3315', scheme: 'MASTERCARD' },
  })
  expect(steps.filter((step, i) => step !== steps[i - 1])).toEqual([
    'connecting',
    'presentCard',
    'authorising',
    'confirming',
    'removeCard',
  ])
  expect(view(room, 'terminal')).toMatchObject({ health: 'ready', step: null, trouble: null })
  expect(await room.check('naps-simulated')).toMatchObject({ ok: true })
})

test('a fault of the simulated terminal holds for one charge and shows as trouble until the next', async () => {
  const room = await open()
  await room.configure(simulated)
  expect(room.setTerminalFault('dropAfterApprove')).toEqual({ ok: true, value: null })
  const terminal = room.terminal.current()
  expect(await terminal?.charge(request(1), hooks())).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
  expect(view(room, 'terminal')).toMatchObject({ health: 'trouble', trouble: 'lineLost' })
  expect(await terminal?.charge(request(2), hooks())).toMatchObject({ outcome: 'approved' })
  expect(view(room, 'terminal')).toMatchObject({ health: 'ready', trouble: null })
})

test('a terminal and a printer that are not there are trouble, not an exception', async () => {
  const room = await open()
  await room.configure({
    terminal: { protocol: 'naps', place: { via: 'tcp', host: '127.0.0.1', port: 1 }, name: 'T' },
    printer: {
      protocol: 'escpos',
      place: { via: 'serial', path: '/dev/hanout-nothing', baud: 19_200 },
      name: 'P',
      profile: 'generic-80',
    },
  })
  expect(room.list().map((each) => each.health)).toEqual(['unknown', 'unknown'])
  const [terminal, printer] = room.list()
  expect(await room.check(terminal?.id ?? '')).toMatchObject({ refusal: { code: 'terminalUnreachable' } })
  expect(view(room, 'terminal')).toMatchObject({ health: 'trouble', trouble: 'unreachable' })
  expect(await room.terminal.current()?.charge(request(1), hooks())).toMatchObject({
    outcome: 'declined',
    reason: { code: 'TILL-UNREACHABLE' },
  })
  expect(await room.check(printer?.id ?? '')).toMatchObject({ refusal: { code: 'printerTrouble' } })
  expect(view(room, 'printer')).toMatchObject({ health: 'trouble', trouble: 'unreachable' })
  expect(await room.testPrint(printer?.id ?? '')).toMatchObject({ refusal: { code: 'printerTrouble' } })
})

test('the simulated printer shows its paper, keeps the last sheets, and says when it has none', async () => {
  const room = await open()
  await room.configure(simulated)
  const sheets: number[] = []
  room.onPaper((sheet) => sheets.push(sheet.id))
  expect(await room.testPrint('escpos-simulated')).toEqual({ ok: true, value: null })
  expect(await room.testPrint('escpos-simulated')).toEqual({ ok: true, value: null })
  expect(sheets).toEqual([1, 2])
  const [first] = room.recentPaper()
  expect(
    Buffer.from(first?.png ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect(first).toMatchObject({ widthDots: 576, cut: true })
  room.setPrinterFault('escpos-simulated', 'paperOut')
  expect(view(room, 'printer')).toMatchObject({ health: 'trouble', trouble: 'paperOut' })
  expect(await room.testPrint('escpos-simulated')).toMatchObject({ refusal: { code: 'printerTrouble' } })
  room.setPrinterFault('escpos-simulated', 'none')
  expect(await room.testPrint('escpos-simulated')).toEqual({ ok: true, value: null })
  expect(view(room, 'printer')).toMatchObject({ health: 'ready', trouble: null })
})

const adyen: DevicesConfig = {
  terminal: {
    protocol: 'nexo',
    place: { via: 'https', host: '127.0.0.1', port: 1 },
    name: 'V400m',
    options: { poiId: 'V400m-1', keyIdentifier: 'shop', keyVersion: 1, passphrase: 'open sesame' },
  },
  printer: null,
}
const onDisk = async (): Promise<string> => readFile(join(folder, 'devices.json'), 'utf8')

test('a passphrase is written for this account only, shown to nobody, and kept when it comes back empty', async () => {
  const room = await open()
  await room.configure(adyen)
  expect((await stat(join(folder, 'devices.json'))).mode & 0o777).toBe(0o600)
  expect(JSON.stringify([room.config(), room.list()])).not.toContain('sesame')
  const shown = room.config()
  if (shown.terminal === null) throw new Error('no terminal')
  expect(await room.configure({ ...shown, terminal: { ...shown.terminal, name: 'Other' } })).toMatchObject({
    ok: true,
  })
  expect(JSON.parse(await onDisk())).toMatchObject({
    terminal: { name: 'Other', options: { passphrase: 'open sesame' } },
  })
  await room.configure({ terminal: null, printer: null })
  expect(await room.configure(shown)).toMatchObject({
    refusal: { code: 'badInput', params: { field: 'terminal.options.passphrase' } },
  })
})

test('a terminal that this machine cannot open costs the terminal, not the till, and says why', async () => {
  const room = await open()
  const caFile = join(folder, 'missing.pem')
  await room.configure({
    ...adyen,
    terminal: adyen.terminal && { ...adyen.terminal, options: { ...adyen.terminal.options, caFile } },
  })
  expect(room.terminal.current()).toBeNull()
  expect(view(room, 'terminal')).toMatchObject({
    health: 'trouble',
    trouble: 'unreachable',
    lastError: { detail: expect.stringContaining('missing.pem') },
  })
})

test('hosts that cannot be meant are refused, and what is here is listed', async () => {
  const room = await open()
  expect(await room.discover('10.0.0.0/8')).toEqual({
    ok: false,
    refusal: { code: 'badInput', params: { field: 'hosts' } },
  })
  expect(await room.discover('')).toMatchObject({ ok: true, value: { hosts: [] } })
})

test('a terminal is tried without being kept, and not while money moves', async () => {
  const room = await open()
  await room.configure(simulated)
  const other = { protocol: 'zvt', place: { via: 'simulated' }, name: 'Z' } as const
  expect(await room.probe(other)).toMatchObject({ ok: true, value: { ok: true } })
  expect(room.config()).toEqual(simulated)
  expect(await room.probe({ ...other, place: { via: 'hand' } })).toMatchObject({
    refusal: { code: 'badInput', params: { field: 'place' } },
  })
  const charging = room.terminal.current()?.charge(request(1), hooks())
  expect(await room.probe(other)).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  expect(await room.service('naps-simulated', 'reset')).toMatchObject({
    refusal: { code: 'attemptInProgress' },
  })
  expect(await charging).toMatchObject({ outcome: 'approved' })
})

test('a reader and a scanner are there when they are configured, and missed by nobody when they are not', async () => {
  const room = await open()
  expect(room.list().map(({ kind }) => kind)).toEqual(['terminal', 'printer'])
  const hid = (n: number) => ({ via: 'hid', path: join(folder, `hidraw${n}`) }) as const
  await room.configure({
    ...simulated,
    reader: { protocol: 'magtek', place: hid(1), name: 'Reader' },
    scanner: { place: hid(2), name: 'Scanner' },
  })
  expect(room.list().map(({ kind }) => kind)).toEqual(['terminal', 'printer', 'reader', 'scanner'])
  for (const kind of ['reader', 'scanner'] as const) {
    const unreachable = { health: 'trouble', trouble: 'unreachable' }
    await expect.poll(() => room.list().find((each) => each.kind === kind)).toMatchObject(unreachable)
  }
  await room.configure(simulated)
  expect(room.list().map(({ kind }) => kind)).toEqual(['terminal', 'printer'])
})

test('only what has a wire has a trace', async () => {
  const room = await open()
  expect(room.trace('terminal')).toMatchObject({ refusal: { code: 'deviceUnknown' } })
  await room.configure(simulated)
  expect(room.trace('naps-simulated')).toMatchObject({ ok: true, value: { lines: [] } })
  expect(room.trace('escpos-simulated')).toMatchObject({ refusal: { code: 'deviceUnknown' } })
})

test('nothing that was logged holds a card number', () => {
  expect(logged.length).toBeGreaterThan(10)
  expect(logged.join('\n')).not.toMatch(/\d{13,}/)
})
