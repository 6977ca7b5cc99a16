import type { Till } from '#electron/till-parts.ts'
import type { ShopSettings } from '#shared/cart/settings.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { setUpShop } from './set-up.ts'

/** Nothing to plug in: a terminal that speaks the real protocol, a printer whose paper is shown on the screen. */
const simulatedDevices: DevicesConfig = {
  terminal: { protocol: 'naps', place: { via: 'simulated' }, name: 'Terminal (simulé)' },
  printer: {
    protocol: 'escpos',
    place: { via: 'simulated' },
    name: 'Imprimante (simulée)',
    profile: 'epson-tm-t20',
  },
}

/** Told by its identifier, which belongs to no shop. */
export const isDemoShop = (settings: ShopSettings): boolean =>
  settings.shop.ice === demoShop.settings.shop.ice && settings.shop.name === demoShop.settings.shop.name

/** Fills an empty till with the demo shop. */
export async function startDemo(till: Till): Promise<Answer> {
  const configured = await till.devices.configure(simulatedDevices)
  if (!configured.ok) return configured
  const { settings, people, items, pin } = demoShop
  return setUpShop(till, { settings, people: people.map((person) => ({ person, pin })), items })
}
