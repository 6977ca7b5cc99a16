import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import type { LaidPaper } from '#electron/checkout/ports.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { DevicesConfig, DeviceView, PrinterConfig } from '#shared/contract/devices.ts'
import type { PaperUse } from '#shared/kernel/paper-kinds.ts'
import type { Devices } from './devices.ts'
import { openDevices } from './open-devices.ts'

const simulated = { via: 'simulated' } as const
const counter: PrinterConfig = {
  protocol: 'escpos',
  place: simulated,
  name: 'Counter',
  profile: 'epson-tm-t20',
}
const office: PrinterConfig = {
  protocol: 'starprnt',
  place: simulated,
  name: 'Office',
  profile: 'star-mc-print3',
  papers: ['documents', 'receipts'],
}
const labels: PrinterConfig = {
  protocol: 'zpl',
  place: simulated,
  name: 'Labels',
  profile: 'zebra-zd421',
}
const shop: DevicesConfig = { terminal: null, printer: counter, morePrinters: [office, labels] }

let folder: string
let room: Devices
const watchPace = { firstMs: 30, longestMs: 120, presenceMs: 30, openMs: 1_000 }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-printers-'))
  room = await openDevices({ folder, log: silentLog, watchPace })
})
afterEach(async () => {
  await room.close()
  await rm(folder, { recursive: true })
})

const printers = (): readonly DeviceView[] => room.list().filter(({ kind }) => kind === 'printer')
const namesFor = (use: PaperUse): readonly string[] => room.printers.printersFor(use).map(({ name }) => name)
const strip: LaidPaper = {
  kind: 'document',
  document: {
    language: 'fr',
    blocks: [{ type: 'text', align: 'start', cell: { text: 'Bonjour', direction: 'ltr' } }, { type: 'cut' }],
  },
}
const twoLabels: LaidPaper = {
  kind: 'labels',
  size: '50x30',
  language: 'fr',
  labels: [
    {
      count: 2,
      label: {
        names: [{ text: 'Théière', direction: 'ltr' }],
        price: '120,00',
        currency: { text: 'DH', direction: 'ltr' },
        notes: [],
        code: { symbology: 'code128', data: 'POT' },
      },
    },
  ],
}

test('each paper goes to the printers that are for it, in the order they stand', async () => {
  await room.configure(shop)
  expect(namesFor('receipts')).toEqual(['Counter', 'Office'])
  expect(namesFor('reports')).toEqual(['Counter'])
  expect(namesFor('documents')).toEqual(['Counter', 'Office'])
  expect(namesFor('labels')).toEqual(['Labels'])
  expect(printers().map(({ name, papers }) => [name, papers])).toEqual([
    ['Counter', ['receipts', 'reports', 'documents']],
    ['Office', ['documents', 'receipts']],
    ['Labels', ['labels']],
  ])
})

test('each has an id of its own, a fault of its own and a test page of its own', async () => {
  await room.configure(shop)
  const ids = printers().map(({ id }) => id)
  expect(ids).toEqual(['escpos-simulated', 'starprnt-simulated-2', 'zpl-simulated-3'])
  expect(room.setPrinterFault('starprnt-simulated-2', 'paperOut')).toEqual({ ok: true, value: null })
  expect(printers().map(({ trouble }) => trouble)).toEqual([null, 'paperOut', null])
  expect(room.setPrinterFault('zpl-simulated-3', 'cutter')).toMatchObject({
    refusal: { code: 'deviceCannot' },
  })
  expect(room.setPrinterFault('nobody', 'paperOut')).toMatchObject({ refusal: { code: 'deviceUnknown' } })
  expect(await room.testPrint('starprnt-simulated-2')).toMatchObject({
    refusal: { code: 'printerTrouble', params: { reason: 'paperOut' } },
  })
  const from: (string | undefined)[] = []
  room.onPaper(({ printer }) => from.push(printer))
  expect(await room.testPrint('escpos-simulated')).toEqual({ ok: true, value: null })
  expect(await room.testPrint('zpl-simulated-3')).toEqual({ ok: true, value: null })
  await expect.poll(() => from).toEqual(['escpos-simulated', 'zpl-simulated-3'])
  expect(await room.testPrint('escpos-simulated', 'codePages')).toEqual({ ok: true, value: null })
  expect(await room.testPrint('zpl-simulated-3', 'codePages')).toMatchObject({
    refusal: { code: 'deviceCannot' },
  })
  room.setPrinterFault('starprnt-simulated-2', 'none')
  expect(await room.check('starprnt-simulated-2')).toMatchObject({ ok: true })
  expect(await room.testPrint('starprnt-simulated-2')).toEqual({ ok: true, value: null })
})

test('labels come out of a label printer, or of a receipt printer as a strip; a receipt not of the former', async () => {
  await room.configure({
    ...shop,
    printer: { ...counter, papers: ['receipts', 'labels'] },
  })
  const [roll, press] = room.printers.printersFor('labels')
  const sheets: string[] = []
  room.onPaper(({ printer = '' }) => sheets.push(printer))
  expect(await roll?.print(twoLabels)).toEqual({ outcome: 'done' })
  expect(await press?.print(twoLabels)).toEqual({ outcome: 'done' })
  await expect
    .poll(() => sheets)
    .toEqual(['escpos-simulated', 'escpos-simulated', 'zpl-simulated-3', 'zpl-simulated-3'])
  expect(await press?.print(strip)).toEqual({ outcome: 'notStarted', reason: 'notLaidOut' })
  // What it was asked in vain says nothing about how it is.
  expect(printers().at(-1)).toMatchObject({ health: 'ready', trouble: null })
})

test('the main printer opens the drawer, and nobody else instead', async () => {
  await room.configure(shop)
  expect(await room.printers.kickDrawer()).toEqual({ outcome: 'done' })
  await room.configure({ ...shop, printer: null })
  expect(await room.printers.kickDrawer()).toEqual({ outcome: 'notStarted', reason: 'unreachable' })
  expect(namesFor('receipts')).toEqual(['Office'])
  expect(printers().map(({ health }) => health)).toEqual(['absent', 'ready', 'ready'])
})

test('a printer taken away is gone from the screen, the others stay as they are', async () => {
  await room.configure(shop)
  room.setPrinterFault('escpos-simulated', 'coverOpen')
  await room.configure({ ...shop, morePrinters: [office] })
  expect(printers().map(({ name, trouble }) => [name, trouble])).toEqual([
    ['Counter', 'coverOpen'],
    ['Office', null],
  ])
  expect(namesFor('labels')).toEqual([])
})

test('files of earlier versions are read: one printer, for everything but labels', async () => {
  const old = { terminal: null, printer: counter }
  await writeFile(join(folder, 'devices.json'), JSON.stringify(old))
  const again = await openDevices({ folder, log: silentLog })
  expect(again.config()).toEqual(old)
  expect(again.printers.printersFor('receipts')).toHaveLength(1)
  await again.close()
})

const serial = { via: 'serial', path: '/dev/ttyS9', baud: 19_200, flow: 'xonxoff' } as const

test.each([
  [{ printer: { ...labels } }, 'printer.protocol'],
  [{ morePrinters: [{ ...labels, papers: ['receipts'] }] }, 'morePrinters.0.papers'],
  [{ morePrinters: [{ ...labels, profile: 'epson-tm-t20' }] }, 'morePrinters.0.profile'],
  [{ morePrinters: [{ ...office, profile: 'epson-tm-t20' }] }, 'morePrinters.0.profile'],
  [{ printer: { ...counter, profile: 'star-mc-print3' } }, 'printer.profile'],
  [
    { printer: { ...counter, place: serial }, morePrinters: [{ ...office, place: serial }] },
    'morePrinters.0.place',
  ],
  [{ printer: { ...counter, place: { via: 'hand' } } }, 'printer.place'],
] satisfies [Partial<DevicesConfig>, string][])(
  'what cannot be meant is refused: %j at %s',
  async (part, field) => {
    const config: DevicesConfig = { terminal: null, printer: null, ...part }
    expect(await room.configure(config)).toEqual({
      ok: false,
      refusal: { code: 'badInput', params: { field } },
    })
  },
)

test.each([
  { via: 'usb', path: '/dev/usb/lp7' },
  { via: 'spooler', printer: 'Ticket printer' },
  { via: 'hid', path: '/dev/hidraw77' },
  serial,
] as const)('a printer by $via is kept, shown and reported when it is not there', async (place) => {
  const config: DevicesConfig = { terminal: null, printer: { ...counter, place } }
  expect(await room.configure(config)).toEqual({ ok: true, value: null })
  expect(JSON.parse(await readFile(join(folder, 'devices.json'), 'utf8'))).toEqual(config)
  const [printer] = printers()
  expect(printer?.place.startsWith(place.via)).toBe(true)
  expect(await room.testPrint(printer?.id ?? '')).toMatchObject({
    refusal: { code: 'printerTrouble', params: { reason: 'unreachable' } },
  })
  expect(printers()[0]).toMatchObject({ health: 'trouble', trouble: 'unreachable' })
})

test('a second printer that was unplugged is well again when it is back, by itself', async () => {
  const path = join(folder, 'printer')
  const simulator = printerSimulator()
  const place = { via: 'serial', path, baud: 19_200 } as const
  await room.configure({ ...shop, morePrinters: [{ ...counter, name: 'Second', place }] })
  const [, second] = printers()
  expect(await room.testPrint(second?.id ?? '')).toMatchObject({ ok: false })
  const pty = await openPty({ linkPath: path }, (link) => simulator.accept(link))
  await expect
    .poll(() => printers()[1], { timeout: 10_000 })
    .toMatchObject({ health: 'ready', trouble: null })
  await pty.close()
  // Its port is gone; or it went under the question how the printer is.
  await expect.poll(() => printers()[1]?.trouble, { timeout: 10_000 }).toMatch(/^(unreachable|lineLost)$/)
  expect(printers()[0]).toMatchObject({ health: 'ready' })
})

test('a printer that got new paper is well again without anybody telling the till', async () => {
  const simulator = printerSimulator()
  const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link))
  const place = { via: 'tcp', host: '127.0.0.1', port: listener.port } as const
  await room.configure({ terminal: null, printer: { ...counter, place } })
  simulator.setFault('paperOut')
  const [printer] = printers()
  expect(await room.testPrint(printer?.id ?? '')).toMatchObject({
    refusal: { params: { reason: 'paperOut' } },
  })
  const changes: (string | null | undefined)[] = []
  room.watch(() => changes.push(printers()[0]?.trouble))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(changes).toEqual([])
  simulator.setFault('none')
  await expect
    .poll(() => printers()[0], { timeout: 10_000 })
    .toMatchObject({ health: 'ready', trouble: null })
  await listener.close()
})

test('a paper that begins while the printers are being changed comes out whole at the old one', async () => {
  await room.configure(shop)
  const [before] = room.printers.printersFor('receipts')
  const changing = room.configure({ ...shop, printer: { ...counter, name: 'Counter, new' } })
  // The printers were found free, and the file is being written.
  await Promise.resolve()
  const paper = before?.print(strip)
  expect(await changing).toEqual({ ok: true, value: null })
  expect(await paper).toEqual({ outcome: 'done' })
  expect(namesFor('receipts')).toEqual(['Counter, new', 'Office'])
  expect(printers()[0]).toMatchObject({ health: 'ready', trouble: null })
})
