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

test.each(['concert', 'naps', 'zvt'] as const)(
  '%s: the device vanishes and comes back, and the visitor is charged once or not at all, and the screen knows which',
  async (protocol) => {
    const { on, shop, seen, end } = await payWhileUnplugged(protocol)
    const view =
      end.done === null
        ? await shop.until(
            ({ phase, attempt }) => phase !== 'unresolved' || attempt?.unknown?.canAsk !== false,
          )
        : end
    const standing = on.simulator.standing().length
    expect(standing).toBeLessThanOrEqual(1)
    // What the till says is what the terminal did; what it does not know it says it does not know.
    if (view.done !== null) expect(standing).toBe(1)
    else if (view.phase !== 'unresolved') expect(standing).toBe(0)
    // It was shown while it was gone, or the payment outlived it; either way it is well or says what is wrong.
    const states = seen.map((device) => device?.health)
    expect(states).toContain('busy')
    const problems = seen.filter((device) => device?.health === 'trouble').map((device) => device?.trouble)
    if (view.done === null) expect(problems.length).toBeGreaterThan(0)
    expect(problems.every((trouble) => trouble !== null)).toBe(true)
  },
  60_000,
)
