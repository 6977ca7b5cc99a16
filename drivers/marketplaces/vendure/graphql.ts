import { z } from 'zod'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import { imageType } from '../image-type.ts'
import { believe, done, judge, refused } from '../json.ts'
import { type Endpoint, jsonRequest } from '../json-request.ts'
import type { Call, Done } from '../marketplace.ts'
import type { Shop } from './settings.ts'

export type Signal = Call['signal']

/** GraphQL over HTTP: `errors` where anything failed, with `data` null or in part. */
const reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }),
    )
    .min(1)
    .optional(),
})

/** Vendure's and Apollo's codes. What is not here is `refused`. */
const troubleOf: Readonly<Record<string, MarketplaceTrouble>> = {
  FORBIDDEN: 'notAllowed',
  UNAUTHORIZED: 'keyRefused',
  ENTITY_NOT_FOUND: 'gone',
  GRAPHQL_VALIDATION_FAILED: 'malformed',
  GRAPHQL_PARSE_FAILED: 'malformed',
  BAD_USER_INPUT: 'malformed',
}

/** A mutation is one transaction: what broke inside was undone, and may go better a little later. */
const brokenAgainMs = 10_000

/**
 * Asks one question, or makes one change.
 *
 * @param schema of `data`
 */
export async function ask<T>(
  shop: Shop,
  query: string,
  variables: object,
  schema: z.ZodType<T>,
  signal: Signal,
): Promise<Done<T>> {
  const request = jsonRequest(endpointOf(shop), 'POST', '', { query, variables }, signal)
  return read(judge(await shop.web(request), reply), schema)
}

/** A change that carries files (GraphQL multipart request specification): `variables` hold `null` where each goes. */
export async function askWithFiles<T>(
  shop: Shop,
  query: string,
  variables: object,
  files: readonly { readonly at: string; readonly name: string; readonly bytes: Uint8Array }[],
  schema: z.ZodType<T>,
  signal: Signal,
): Promise<Done<T>> {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables }))
  form.set('map', JSON.stringify(Object.fromEntries(files.map((file, index) => [index, [file.at]]))))
  for (const [index, { name, bytes }] of files.entries()) {
    const type = imageType(bytes) ?? 'image/jpeg'
    form.set(String(index), new Blob([new Uint8Array(bytes)], { type }), name)
  }
  const empty = jsonRequest(endpointOf(shop), 'POST', '', undefined, signal)
  // Apollo's guard against forged forms asks for a header that a form cannot make.
  const headers = { ...empty.headers, 'apollo-require-preflight': 'true' }
  return read(judge(await shop.web({ ...empty, headers, body: form }), reply), schema)
}

const endpointOf = ({ settings }: Shop): Endpoint => ({
  url: settings.url,
  headers: {
    'vendure-api-key': settings.apiKey,
    ...(settings.channel === '' ? {} : { 'vendure-token': settings.channel }),
  },
  timeoutMs: settings.timeoutMs,
})

function read<T>(said: Done<z.infer<typeof reply>>, schema: z.ZodType<T>): Done<T> {
  if (said.end !== 'done') return said
  const [error] = said.value.errors ?? []
  if (error === undefined) return believe(schema, said.value.data)
  const code = error.extensions?.code ?? 'INTERNAL_SERVER_ERROR'
  if (code === 'INTERNAL_SERVER_ERROR') {
    return refused('unavailable', error.message, { afterMs: brokenAgainMs })
  }
  return refused(troubleOf[code] ?? 'refused', `${code}: ${error.message}`)
}

/** How mutations say no without failing: one member of their union has a code and words. */
export const errorResult = z.object({ errorCode: z.string(), message: z.string() })
export type ErrorResult = z.infer<typeof errorResult>

/** @param meaning of codes that are more than a plain no */
export function unlessError<T extends object>(
  result: T | ErrorResult,
  meaning: Readonly<Record<string, MarketplaceTrouble>> = {},
): Done<T> {
  if (!('errorCode' in result)) return done(result)
  const code = String(result.errorCode)
  return refused(meaning[code] ?? 'refused', `${code}: ${'message' in result ? String(result.message) : ''}`)
}
