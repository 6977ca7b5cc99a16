import type { CheckoutView } from '#shared/checkout/view.ts'
import type { HouseState } from '#shared/contract/contract.ts'
import { Devices } from '../screens/devices/Devices.tsx'
import { FirstRun } from '../screens/first-run/FirstRun.tsx'
import { Counter } from '../screens/sell/Counter.tsx'
import { Shift } from '../screens/shift/Shift.tsx'
import { Tickets } from '../screens/tickets/Tickets.tsx'
import { Unlock } from '../screens/unlock/Unlock.tsx'
import { usePage } from './pages.ts'

/** Which screen it is: shop first, then who, then what the counter is doing, then where the cashier went. */
export function Rooms({ house, view }: { readonly house: HouseState; readonly view: CheckoutView }) {
  const page = usePage()
  if (!house.setUp) return <FirstRun />
  if (house.unlockedBy === null) return <Unlock house={house} />
  // A card in the terminal, and even more a charge nobody knows about, comes before any other page.
  const urgent = view.phase === 'charging' || view.phase === 'unresolved'
  if (page === 'tickets' && !urgent) return <Tickets />
  if (page === 'shift' && !urgent) return <Shift />
  if (page === 'devices') return <Devices />
  return <Counter view={view} />
}
