import type { Sku } from '../kernel/ids.ts'

/*
 * Lines of a ticket that are nothing of the shop's catalogue: they move no stock, and no item may take their name. Only an
 * online order makes them.
 */

/** What the buyer of an online order pays for the way. */
export const shippingSku = '@shipping' as Sku
/** What an online order has and the catalogue does not. */
export const strangerSku = '@online' as Sku

/** Whether a sku may stand on the shelf: those that begin with `@` are the till's own. */
export const isShelfSku = (sku: string): boolean => !sku.startsWith('@')
