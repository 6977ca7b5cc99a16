import { expect, test } from 'vitest'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { devicesConfigSchema } from '#shared/contract/devices-schema.ts'
import type { PlaceDraft, Via } from './place-draft.ts'
import { configWith, draftOf, placeFaults, waysOf } from './place-draft.ts'

const none: DevicesConfig = { terminal: null, printer: null }
const fresh = draftOf('printer', none, 'Printer')
const filled = (via: Via): PlaceDraft => ({ ...fresh, via, host: '192.168.1.50', path: '/dev/ttyUSB0' })

test('every way that is filled in is a configuration the till takes, and comes back as the same form', () => {
  for (const kind of ['terminal', 'printer'] as const) {
    for (const via of waysOf(kind)) {
      const draft = filled(via)
      expect(placeFaults(draft)).toEqual({})
      const config = configWith(kind, draft, none)
      expect(devicesConfigSchema.safeParse(config).error).toBeUndefined()
      expect(config[kind]?.place.via ?? 'none').toBe(via)
      expect(configWith(kind, draftOf(kind, config, 'x'), none)).toEqual(config)
    }
  }
})

test('the other device stays as it is', () => {
  const before = configWith('terminal', { ...fresh, via: 'simulated' }, none)
  expect(configWith('printer', filled('tcp'), before).terminal).toEqual(before.terminal)
})

test('what is missing or out of range is named', () => {
  expect(placeFaults({ ...fresh, via: 'tcp', port: '70000' })).toEqual({
    host: 'missing',
    port: 'wrongNumber',
  })
  expect(placeFaults({ ...fresh, via: 'serial', baud: 'fast', name: ' ' })).toEqual({
    name: 'missing',
    path: 'missing',
    baud: 'wrongNumber',
  })
  expect(placeFaults({ ...fresh, via: 'none', name: '' })).toEqual({})
})
