import { hash } from 'node:crypto'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'

/**
 * What a `pieceListed` fact says the piece was put online as: SHA-256 of the item's canonical JSON, hex. Its count is left
 * out: counts are told by themselves, and a piece sold is not another piece.
 */
export function itemSha256({ stock: _, ...item }: CatalogueItem): string {
  return hash('sha256', canonicalJson(item), 'hex')
}
