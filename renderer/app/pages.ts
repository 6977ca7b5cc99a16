/**
 * Where the cashier is: seven pages and no more, kept in the address (`#tickets`) so that the browser's back works.
 */
import { useSyncExternalStore } from 'react'

export const pages = ['sell', 'tickets', 'shift', 'papers', 'settlements', 'marketplace', 'devices'] as const
export type Page = (typeof pages)[number]

/** The visitor's page: the same address with this, in a window of its own. */
export const customerHash = '#customer'

/** Opens the visitor's window, or brings it forward; the cashier drags it to the second display. */
export const openCustomer = (): void => {
  window.open(customerHash, 'hanout-customer', 'popup,width=1280,height=800')
}

function current(): Page {
  const name = location.hash.slice(1)
  return pages.find((page) => page === name) ?? 'sell'
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const goTo = (page: Page): void => {
  location.hash = page === 'sell' ? '' : page
}

export const usePage = (): Page => useSyncExternalStore(subscribe, current)
