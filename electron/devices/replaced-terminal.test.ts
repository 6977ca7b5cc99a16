import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChargeHooks, ChargeRequest } from '#drivers/terminals/terminal.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Devices } from './devices.ts'
import { openDevices } from './open-devices.ts'

const simulated = {
  terminal: { protocol: 'naps', place: { via: 'simulated' }, name: 'T' },
  printer: null,
} satisfies DevicesConfig
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

let folder: string
let room: Devices
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-devices-'))
  room = await openDevices({ folder, log: silentLog })
  await room.configure(simulated)
})
afterEach(async () => {
  await room.close()
  await rm(folder, { recursive: true })
})

/** Configures, and charges while the file is being written. */
async function chargeDuring(config: DevicesConfig) {
  const terminal = room.terminal.current()
  const configuring = room.configure(config)
  await new Promise((resolve) => setImmediate(resolve))
  const outcome = await terminal?.charge(request, hooks)
  expect(await configuring).toEqual({ ok: true, value: null })
  return outcome
}

test('a charge begun while its terminal is being replaced is not sent, rather than lost', async () => {
  expect(await chargeDuring({ ...simulated, terminal: null })).toEqual({
    outcome: 'declined',
    reason: { code: 'TILL-NO-TERMINAL', text: '' },
  })
  expect(room.terminal.current()).toBeNull()
})

test('a charge begun while something else is configured waits for that, and goes through', async () => {
  const printer = {
    protocol: 'escpos',
    place: { via: 'simulated' },
    name: 'P',
    profile: 'epson-tm-t20',
  } as const
  expect(await chargeDuring({ ...simulated, printer })).toMatchObject({ outcome: 'approved' })
})
