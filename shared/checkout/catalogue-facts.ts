import { type CatalogueItem, itemsPerFact } from '../catalogue/item.ts'
import type { Fact } from './fact.ts'

/** A catalogue of any size as facts, in its own order; none for an empty one. */
export function catalogueFacts(items: readonly CatalogueItem[]): readonly Fact[] {
  const facts: Fact[] = []
  for (let from = 0; from < items.length; from += itemsPerFact) {
    facts.push({ kind: 'catalogueLoaded', items: items.slice(from, from + itemsPerFact) })
  }
  return facts
}
