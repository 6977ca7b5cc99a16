import { afterEach, expect, test } from 'vitest'
import type { DeviceView } from '#shared/contract/devices.ts'
import { must } from '../harness/demo-sale.ts'
import { type RealTerminal, realTerminal, type WiredProtocol } from './stage/real-terminal.ts'
import { type ServedTill, servedTill } from './stage/served-till.ts'

/*
 * Lane/3000 and its like reset their USB in the middle of a payment; a cashier kicks the cable. The device goes, comes
 * back, and the payment went on inside it meanwhile.
 */
let terminal: RealTerminal | null = null
let till: ServedTill | null = null
afterEach(async () => {
  await till?.stop()
  await terminal?.close()
  till = null
  terminal = null
})

async function payWhileUnplugged(protocol: WiredProtocol) {
  const on = await realTerminal(protocol, 'pty')
  terminal = on
  const shop = await servedTill()
  till = shop
  await shop.client.devices.configure({ terminal: on.config, printer: null })
  const seen: (DeviceView | undefined)[] = []
  shop.till.devices.watch((views) => seen.push(views.find(({ kind }) => kind === 'terminal')))
  on.simulator.setFault('vanish')
  await must(shop.client, { type: 'scan', code: 'LEA-01', quantity: 1 })
  await must(shop.client, { type: 'payCard', amount: null })
  const end = await shop.until((view) => view.done !== null || view.attempt?.unknown != null)
  return { on, shop, seen, end }
}

test('Concert: the device comes back while the visitor still looks for the card, and its answer is heard', async () => {
  const { on, seen, end } = await payWhileUnplugged('concert')
  expect(end.done).not.toBeNull()
  expect(on.simulator.standing()).toHaveLength(1)
  expect(seen.map((device) => device?.health)).toEqual(expect.arrayContaining(['busy', 'ready']))
}, 60_000)

test('NAPS: a payment whose answer was lost with the line is unknown, is shown, and takes no other money', async () => {
  const { shop, seen, end } = await payWhileUnplugged('naps')
  expect(end).toMatchObject({ phase: 'unresolved', done: null })
  expect(seen.some((device) => device?.health === 'trouble' || device?.trouble === 'lineLost')).toBe(true)
  expect(shop.till.devices.list().find(({ kind }) => kind === 'terminal')?.lastError).not.toBeNull()
  for (const command of [
    { type: 'payCard', amount: null },
    { type: 'payCash', given: 1_000_000 },
    { type: 'cancelSale' },
  ] as const) {
    expect(await shop.client.counter.send(command)).toMatchObject({ ok: false })
  }
}, 60_000)
