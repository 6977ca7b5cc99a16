import { expect, test } from 'vitest'
import { deviceIssues } from '#electron/devices/device-rules.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { devicesConfigSchema } from '#shared/contract/devices-schema.ts'
import type { DeviceDraft } from './device-draft.ts'
import {
  asProtocol,
  byVia,
  configWith,
  deviceFaults,
  draftOf,
  isWhole,
  protocolsOf,
  usualPapers,
  viasOf,
  wiringOf,
} from './device-draft.ts'
import { emptyOptions } from './option-drafts.ts'

const none: DevicesConfig = { terminal: null, printer: null }
const kinds = ['terminal', 'printer', 'reader', 'scanner'] as const

/** A model of each language that printers speak. */
const models: Partial<Record<DeviceDraft['protocol'], string>> = {
  escpos: 'generic-80',
  starprnt: 'star-mc-print3',
  zpl: 'generic-zpl-203',
}

/** Every place and option filled in, so that each way of each protocol can be saved. */
function filled(draft: DeviceDraft): DeviceDraft {
  return {
    ...draft,
    place: {
      ...draft.place,
      host: '192.168.1.50',
      port: draft.place.port || '9999',
      path: '/dev/ttyUSB0',
      hid: '/dev/hidraw0',
      baud: draft.place.baud || '9600',
    },
    profile: models[draft.protocol] ?? draft.profile,
    papers: draft.kind === 'printer' ? usualPapers(draft.protocol) : draft.papers,
    options: {
      till: '02',
      password: '123456',
      saleId: 'Hanout',
      poiId: 'V400m-123456789',
      keyIdentifier: 'mykey',
      keyVersion: '1',
      passphrase: 'open sesame',
      caFile: '/etc/adyen.pem',
    },
  }
}

const cases = kinds.flatMap((kind) =>
  protocolsOf[kind].flatMap((protocol) => viasOf(protocol).map((via) => ({ kind, protocol, via }))),
)

test.each(cases)('$kind $protocol by $via is a configuration the till takes, and comes back', (each) => {
  // Labels come out beside the main printer.
  const seat = each.protocol === 'zpl' ? 1 : 0
  const fresh = draftOf(each.kind, none, 'It', seat)
  const draft = filled(byVia(asProtocol(fresh, each.protocol), each.via))
  expect(isWhole(deviceFaults(draft, none))).toBe(true)
  const config = configWith(draft, none)
  expect(devicesConfigSchema.safeParse(config).error).toBeUndefined()
  expect(deviceIssues(config)).toEqual([])
  const kept = seat === 0 ? config[each.kind] : config.morePrinters?.[0]
  expect(kept?.place.via).toBe(each.via)
  // A simulated one is nobody’s: it has no name to keep.
  const nameless = each.via === 'simulated' ? 'It' : 'x'
  expect(configWith(draftOf(each.kind, config, nameless, seat), none)).toEqual(config)
})

test('the real terminal that comes after the simulated one is not called by its name', () => {
  const place = { via: 'simulated' } as const
  const practice = { ...none, terminal: { protocol: 'naps', place, name: 'Terminal (simulé)' } as const }
  expect(byVia(draftOf('terminal', practice, 'Card terminal'), 'tcp').name).toBe('Card terminal')
})

test('no device is a configuration too, and the others stay as they are', () => {
  const terminal = configWith(asProtocol(draftOf('terminal', none, 'T'), 'manual'), none)
  const scanner = filled(asProtocol(draftOf('scanner', terminal, 'S'), 'usages'))
  const both = configWith(scanner, terminal)
  expect(both.terminal).toEqual({ protocol: 'manual', place: { via: 'hand' }, name: 'T' })
  expect(configWith({ ...scanner, protocol: 'none' }, both)).toEqual({ ...terminal, scanner: null })
})

test('another protocol keeps where the device is and brings its own port', () => {
  const naps = asProtocol(draftOf('terminal', none, 'T'), 'naps')
  const typed = { ...naps, place: { ...naps.place, host: '10.0.0.7' } }
  expect(asProtocol(typed, 'zvt').place).toMatchObject({ via: 'tcp', host: '10.0.0.7', port: '20007' })
  expect(asProtocol(typed, 'concert').place).toMatchObject({ via: 'serial', baud: '9600' })
})

test('what is missing or out of range is named', () => {
  const naps = asProtocol(draftOf('terminal', none, ''), 'naps')
  const wrong = { ...naps, name: ' ', place: { ...naps.place, port: '70000' } }
  expect(deviceFaults(wrong, none)).toEqual({
    name: true,
    papers: false,
    codePage: false,
    place: { host: 'missing', port: 'wrongNumber' },
    options: [],
  })
  const serial = byVia({ ...naps, options: { ...naps.options, till: '7' } }, 'serial')
  const slow = { ...serial, name: 'T', place: { ...serial.place, baud: 'fast' } }
  expect(deviceFaults(slow, none)).toEqual({
    name: false,
    papers: false,
    codePage: false,
    place: { path: 'missing', baud: 'wrongNumber' },
    options: ['till'],
  })
})

test('what a terminal needs is asked for; a passphrase the till keeps need not be told again', () => {
  const nexo = filled(asProtocol(draftOf('terminal', none, 'T'), 'nexo'))
  const kept = configWith({ ...nexo, options: { ...nexo.options, passphrase: '' } }, none)
  const again = draftOf('terminal', kept, 'x')
  expect(deviceFaults(again, none).options).toEqual(['passphrase'])
  expect(deviceFaults(again, kept).options).toEqual([])
  expect(configWith(again, kept).terminal?.options).toMatchObject({ passphrase: '' })
  expect(deviceFaults({ ...again, options: emptyOptions }, kept).options).toEqual([
    'poiId',
    'keyIdentifier',
    'keyVersion',
  ])
})

test('an option no terminal of this way reads is not sent', () => {
  const zvt = filled(asProtocol(draftOf('terminal', none, 'T'), 'zvt'))
  expect(wiringOf(zvt).options).toEqual(['password'])
  expect(configWith(zvt, none).terminal?.options).toEqual({ password: '123456' })
})

test('one more printer stands behind the others, is changed in its place, and leaves them as they were', () => {
  const printer = (name: string) =>
    ({
      protocol: 'escpos',
      place: { via: 'usb', path: `/dev/usb/${name}` },
      name,
      profile: 'generic-80',
    }) as const
  const config: DevicesConfig = { ...none, printer: printer('lp0'), morePrinters: [printer('lp1')] }
  const fresh = byVia(asProtocol(draftOf('printer', config, 'Labels', 2), 'zpl'), 'tcp')
  const three = configWith({ ...filled(fresh), name: 'Labels' }, config)
  expect(three.morePrinters?.map(({ name }) => name)).toEqual(['lp1', 'Labels'])
  expect(devicesConfigSchema.safeParse(three).error).toBeUndefined()
  expect(deviceIssues(three)).toEqual([])

  const reports = { ...draftOf('printer', three, '', 1), papers: ['reports'] as const }
  expect(configWith(reports, three).morePrinters?.[0]).toEqual({ ...printer('lp1'), papers: ['reports'] })
  const gone = configWith(asProtocol(draftOf('printer', three, '', 1), 'none'), three)
  expect(gone.morePrinters?.map(({ name }) => name)).toEqual(['Labels'])
  expect(gone.printer).toEqual(config.printer)
})

test('the number of a code page is kept where somebody found it, and is a number from 0 to 255', () => {
  const draft = filled(byVia(asProtocol(draftOf('printer', none, 'It'), 'escpos'), 'tcp'))
  expect(configWith({ ...draft, codePage: ' 71 ' }, none).printer).toMatchObject({ codePage: 71 })
  expect(configWith(draft, none).printer).not.toHaveProperty('codePage')
  for (const codePage of ['256', '-1', 'x'])
    expect(deviceFaults({ ...draft, codePage }, none).codePage).toBe(true)
})

test('a printer that is for nothing is not kept', () => {
  const draft = filled(byVia(asProtocol(draftOf('printer', none, 'It'), 'escpos'), 'tcp'))
  expect(isWhole(deviceFaults({ ...draft, papers: [] }, none))).toBe(false)
})

test('whoever adds one more printer is not asked whether there is none', () => {
  const { protocol, place } = draftOf('printer', none, 'It', 1)
  expect(protocol).toBe('escpos')
  expect(place).toMatchObject({ via: 'tcp', port: '9100' })
  expect(draftOf('printer', none, 'It').protocol).toBe('none')
})
