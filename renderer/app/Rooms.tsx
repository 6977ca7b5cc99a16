import { useEffect, useRef, useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { HouseState } from '#shared/contract/contract.ts'
import { Books } from '../screens/books/Books.tsx'
import { Devices } from '../screens/devices/Devices.tsx'
import { FirstRun } from '../screens/first-run/FirstRun.tsx'
import { Marketplace } from '../screens/marketplace/Marketplace.tsx'
import { Papers } from '../screens/papers/Papers.tsx'
import { Counter } from '../screens/sell/Counter.tsx'
import { Settlements } from '../screens/settlements/Settlements.tsx'
import { Shift } from '../screens/shift/Shift.tsx'
import { Tickets } from '../screens/tickets/Tickets.tsx'
import { Unlock } from '../screens/unlock/Unlock.tsx'
import { goTo, usePage } from './pages.ts'

/** Which screen it is: shop first, then who, then what the counter is doing, then where the cashier went. */
export function Rooms({ house, view }: { readonly house: HouseState; readonly view: CheckoutView }) {
  const page = usePage()
  const { phase } = view
  // Kept here so that a ticket put away stays put away on the way to another page and back.
  const [seen, setSeen] = useState<number | null>(null)
  const before = useRef(phase)
  useEffect(() => {
    // A shift is opened in order to sell.
    if (before.current === 'closed' && phase === 'idle') goTo('sell')
    // Nobody knows what the terminal did: the question comes first, wherever it was begun.
    if (before.current === 'charging' && phase === 'unresolved') goTo('sell')
    before.current = phase
  }, [phase])

  if (!house.setUp) return <FirstRun />
  if (house.unlockedBy === null) return <Unlock house={house} />
  // A card in the terminal, and even more a charge nobody knows about, comes before any other page; but looking
  // after the terminal is part of finding out.
  if (phase === 'charging') return <Counter view={view} seen={seen} onSeen={setSeen} />
  if (page === 'devices') return <Devices />
  if (phase === 'unresolved') return <Counter view={view} seen={seen} onSeen={setSeen} />
  if (page === 'tickets') return <Tickets />
  if (page === 'books') return <Books />
  if (page === 'papers') return <Papers />
  if (page === 'settlements') return <Settlements />
  if (page === 'marketplace') return <Marketplace />
  if (page === 'shift' || phase === 'closed') return <Shift />
  return <Counter view={view} seen={seen} onSeen={setSeen} />
}
