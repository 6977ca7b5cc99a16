/**
 * Where the cashier is: eight pages and no more, kept in the address (`#tickets`, with a place on it: `#books/exports`) so
 * that the browser's back works.
 */
import { useSyncExternalStore } from 'react'

export const pages = [
  'sell',
  'tickets',
  'shift',
  'books',
  'papers',
  'settlements',
  'marketplace',
  'devices',
] as const
export type Page = (typeof pages)[number]

/** The visitor's page: the same address with this, in a window of its own. */
export const customerHash = '#customer'

/** Opens the visitor's window, or brings it forward; the cashier drags it to the second display. */
export const openCustomer = (): void => {
  window.open(customerHash, 'hanout-customer', 'popup,width=1280,height=800')
}

const address = (): readonly string[] => location.hash.slice(1).split('/')

function current(): Page {
  const [name] = address()
  return pages.find((page) => page === name) ?? 'sell'
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** @param places a part of the page, and a part of that, as its own screen names them */
export const goTo = (page: Page, ...places: readonly string[]): void => {
  location.hash = page === 'sell' ? '' : [page, ...places].join('/')
}

export const usePage = (): Page => useSyncExternalStore(subscribe, current)

/** The part of the page that the address names, or at `depth` 1 the part of that; `''`: none. */
export const usePlace = (depth: 0 | 1 = 0): string =>
  useSyncExternalStore(subscribe, () => address()[1 + depth] ?? '')
