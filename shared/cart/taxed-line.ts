import type { TaxInForce } from '../tax/tax-in-force.ts'
import type { CartLine } from './line.ts'

/** Sold in the artisan's name: no turnover of the shop's, and no VAT of the shop's. */
export const soldForOwner = ({ owner }: Pick<CartLine, 'owner'>): boolean => owner?.role === 'agent'

/**
 * A line as the tax in force has it: outside VAT where the shop charges none, and where the piece is sold in its owner's name;
 * its own class otherwise.
 */
export const taxedLine = <Line extends CartLine>(line: Line, { liable }: Pick<TaxInForce, 'liable'>): Line =>
  liable && !soldForOwner(line) ? line : { ...line, vat: 'exempt' }
