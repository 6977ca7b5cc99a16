import type { Till } from '#electron/till-parts.ts'
import type { ShopSettings } from '#shared/cart/settings.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Person } from '#shared/kernel/person.ts'
import { stretchPin } from './pin.ts'

export interface FirstShop {
  readonly settings: ShopSettings
  readonly people: readonly { readonly person: Person; readonly pin: string }[]
  readonly items: readonly CatalogueItem[]
}

/**
 * Fills an empty till. The PINs come last: without one nobody can unlock, so a first start that was cut short is
 * still "not set up" and is simply done again.
 */
export async function setUpShop(till: Till, shop: FirstShop): Promise<Answer> {
  const commands: readonly Command[] = [
    { type: 'configure', settings: shop.settings },
    { type: 'loadCatalogue', items: shop.items },
    { type: 'setPeople', people: shop.people.map((each) => each.person) },
  ]
  for (const command of commands) {
    const answer = await till.counter.send(command, 'setup')
    if (!answer.ok) return answer
  }
  for (const { person, pin } of shop.people) till.ledger.setPin(person.id, await stretchPin(pin))
  return { ok: true, value: null }
}
