import { z } from 'zod'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import { believe, judge, refused } from '../json.ts'
import { jsonRequest } from '../json-request.ts'
import type { Done } from '../marketplace.ts'
import type { Web } from '../web.ts'
import type { ShopifySettings } from './settings.ts'
import { cost, throttledMs } from './throttle.ts'

/**
 * The version everything here is written for: the first in which a count is compared by `changeFromQuantity` and some
 * mutations must carry `@idempotent` ([S] changelog). Once Shopify drops it, it answers in the oldest it still has
 * ([S] API versioning), where the same words may mean something else.
 */
const apiVersion = '2026-04'

export interface ShopifyApi {
  readonly settings: ShopifySettings
  readonly web: Web
  /** @param schema of `data` */
  ask<T>(
    query: string,
    variables: object,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Done<T>>
}

const reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().optional() }).optional(),
      }),
    )
    .min(1)
    .optional(),
  extensions: z.object({ cost: cost.optional() }).optional(),
})

/** [S] GraphQL Admin API, status and error codes. What is not here is of the question's shape. */
const troubles: Readonly<Record<string, MarketplaceTrouble>> = {
  ACCESS_DENIED: 'notAllowed',
  SHOP_INACTIVE: 'notAllowed',
  MAX_COST_EXCEEDED: 'refused',
  BAD_REQUEST: 'refused',
  RESOURCE_NOT_FOUND: 'gone',
}

export function shopifyApi(settings: ShopifySettings, web: Web): ShopifyApi {
  const endpoint = {
    url: `${settings.shop.replace(/\/+$/, '')}/admin/api/${apiVersion}/graphql.json`,
    headers: { 'x-shopify-access-token': settings.accessToken },
    timeoutMs: settings.timeoutMs,
  }
  return {
    settings,
    web,
    async ask(query, variables, schema, signal) {
      const outcome = await web(jsonRequest(endpoint, 'POST', '', { query, variables }, signal))
      const served = outcome.end === 'answered' ? outcome.headers['x-shopify-api-version'] : undefined
      if (served !== undefined && served !== apiVersion) {
        return refused('malformed', `asked in version ${apiVersion}, answered in ${served.slice(0, 20)}`)
      }
      const said = judge(outcome, reply)
      return said.end === 'done' ? read(said.value, schema) : said
    },
  }
}

function read<T>({ data, errors, extensions }: z.infer<typeof reply>, schema: z.ZodType<T>): Done<T> {
  const [error] = errors ?? []
  if (error === undefined) return believe(schema, data)
  const code = error.extensions?.code ?? ''
  if (code === 'THROTTLED') {
    return refused('tooMany', error.message, { afterMs: throttledMs(extensions?.cost) })
  }
  // It broke on their side, at a point that nobody tells: it may have been done.
  if (code === 'INTERNAL_SERVER_ERROR') {
    return { end: 'unknown', cause: 'lineLost', sent: true, text: error.message.slice(0, 300) }
  }
  return refused(troubles[code] ?? 'malformed', `${code}: ${error.message}`)
}
