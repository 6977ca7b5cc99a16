import type { CheckoutView } from '#shared/checkout/view.ts'
import type { HouseState } from '#shared/contract/contract.ts'
import { Counter } from '../screens/sell/Counter.tsx'
import { Unlock } from '../screens/unlock/Unlock.tsx'

/** Which screen it is: shop first, then who, then what the counter is doing, then where the cashier went. */
export function Rooms({ house, view }: { readonly house: HouseState; readonly view: CheckoutView }) {
  if (house.unlockedBy === null) return <Unlock house={house} />
  return <Counter view={view} />
}
