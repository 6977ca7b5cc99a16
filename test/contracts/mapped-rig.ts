import { readFileSync } from 'node:fs'
import { openMapped } from '#drivers/marketplaces/mapped/mapped.ts'
import { readMapping } from '#drivers/marketplaces/mapped/read-mapping.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import {
  type SoukOptions,
  SoukSimulator,
  soukKeys,
} from '#drivers/simulators/marketplace/mapped/souk-simulator.ts'
import type { MarketplaceRig } from './marketplace-rig.ts'

/** A mapping as its file has it. */
export type MappingJson = Readonly<Record<string, unknown>>

export const soukMapping = (): MappingJson =>
  JSON.parse(
    readFileSync(new URL('../../drivers/marketplaces/mapped/souk.json', import.meta.url), 'utf8'),
  ) as MappingJson

export interface MappedRig extends MarketplaceRig {
  readonly shop: SoukSimulator
  /** Moves the marketplace's clock. */
  wait(ms: number): void
}

/** The adapter before the simulated marketplace. @param over where it listens; without, no socket is between */
export function mappedRig(
  options: Partial<SoukOptions> & { readonly mapping?: MappingJson } = {},
  over?: { readonly url: string; readonly web: Web },
): MappedRig {
  const { mapping = soukMapping(), ...more } = options
  let now = 1_795_000_000_000
  const shop = new SoukSimulator({ nowMs: () => now, perMinute: 1_000_000, ...more })
  const web = over?.web ?? shop.door.web
  const read = readMapping(mapping)
  if (!read.ok) throw new Error(read.error)
  const open = (key: string, on: Web) =>
    openMapped(
      {
        url: `${over?.url ?? 'https://souk.example'}/api/v1`,
        key,
        webhookSecret: soukKeys.webhookSecret,
        timeoutMs: 5_000,
      },
      read.value,
      on,
    )
  return {
    shop,
    wait: (ms) => {
      now += ms
    },
    open: (line = (same) => same) => open(soukKeys.key, line(web)),
    openWithWrongKey: () => open('souk_nobody', web),
    async buy(ref, units, delivery) {
      now += 1_000
      const article = shop.articles().find(({ id }) => id === ref.variant)
      const order =
        article && shop.buy({ reference: article.reference, units, collect: delivery === 'pickUp' })
      return order?.id ?? null
    },
    async deletePiece(ref) {
      shop.remove(ref.variant)
    },
    stop: async () => undefined,
  }
}

/** The same mapping for a marketplace that can do no more than it has to: no holds, no batches, no keys, nothing compared. */
export function weakest(mapping: MappingJson): MappingJson {
  const { headers, hold, release, setStocks, addPhotograph, webhook, ...rest } = structuredClone(
    mapping,
  ) as Record<string, { ask: { body: Record<string, unknown> } }>
  delete rest.setStock?.ask.body.expected
  delete rest.createPiece?.ask.body.photographs
  return rest
}

/** The same for a marketplace whose orders say when they were placed, and not when they moved. */
export function placedOnly(mapping: MappingJson): MappingJson {
  const { order, listOrders, newestOrder, ...rest } = structuredClone(mapping) as Record<
    string,
    Record<string, { query: Record<string, unknown> }>
  >
  const { movedAt, ...dated } = order ?? {}
  const sorted = (way: string) => ({ sort: way, page: '{page.number}', per_page: '{page.size}' })
  return {
    ...rest,
    order: dated,
    listOrders: {
      ...listOrders,
      ask: { method: 'GET', path: '/orders', query: { created_since: '{since}', ...sorted('created_at') } },
    },
    newestOrder: {
      ...newestOrder,
      ask: { method: 'GET', path: '/orders', query: { sort: '-created_at', per_page: 1 } },
    },
  }
}
