import { z } from 'zod'
import { basic } from '../auth-headers.ts'
import { done, judge } from '../json.ts'
import { type Endpoint, jsonRequest } from '../json-request.ts'
import type { Done } from '../marketplace.ts'
import type { Web, WebOutcome, WebRequest } from '../web.ts'
import { wooNo } from './say-no.ts'
import type { WooCommerceSettings } from './settings.ts'

/** The most that one page may hold ([S] plugin source: `per_page` has a maximum of 100). */
const perPage = 100

export interface Listed<T> {
  readonly items: readonly T[]
  readonly more: boolean
}

/** One shop's REST API, version 3. Paths begin after `wc/v3`. */
export interface WooApi {
  ask<T>(
    method: WebRequest['method'],
    path: string,
    json: unknown,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Done<T>>
  /** @param page from 1 */
  list<T>(
    path: string,
    page: number,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Done<Listed<T>>>
}

export function wooApi(settings: WooCommerceSettings, web: Web): WooApi {
  const endpoint: Endpoint = {
    url: `${settings.shop.replace(/\/+$/, '')}/wp-json/wc/v3/`,
    headers: basic(settings.consumerKey, settings.consumerSecret),
    timeoutMs: settings.timeoutMs,
  }
  return {
    ask: async (method, path, json, schema, signal) =>
      judge(await web(jsonRequest(endpoint, method, path, json, signal)), schema, wooNo),
    async list(path, page, schema, signal) {
      const query = `${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`
      const outcome = await web(jsonRequest(endpoint, 'GET', query, undefined, signal))
      const items = judge(outcome, z.array(schema).max(perPage), wooNo)
      if (items.end !== 'done') return items
      return done({ items: items.value, more: pagesOf(outcome, page, items.value.length) > page })
    },
  }
}

/** `X-WP-TotalPages` ([S] Pagination); where a proxy took it away, a full page is not the last. */
function pagesOf(outcome: WebOutcome, page: number, items: number): number {
  const said = outcome.end === 'answered' ? (outcome.headers['x-wp-totalpages'] ?? '') : ''
  if (/^\d{1,9}$/.test(said)) return Number(said)
  return items === perPage ? page + 1 : page
}
