import { z } from 'zod'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import { basic } from '../auth-headers.ts'
import { imageType } from '../image-type.ts'
import { judge, type ReadNo, refused } from '../json.ts'
import { type Endpoint, jsonRequest } from '../json-request.ts'
import type { Call, Done } from '../marketplace.ts'
import type { Shop } from './settings.ts'

export type Signal = Call['signal']

/**
 * Asks one question, or makes one change, of the Admin API.
 *
 * @param path from `/admin`, with its query
 * @param json `undefined`: no body
 */
export async function ask<T>(
  shop: Shop,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  json: object | undefined,
  schema: z.ZodType<T>,
  signal: Signal,
): Promise<Done<T>> {
  const request = jsonRequest(endpointOf(shop), method, `/admin${path}`, json, signal)
  return judge(await shop.web(request), schema, readNo)
}

/** Sends files; `files` is the name of the field that `/admin/uploads` reads. */
export async function send<T>(
  shop: Shop,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  schema: z.ZodType<T>,
  signal: Signal,
): Promise<Done<T>> {
  const form = new FormData()
  for (const { name, bytes } of files) {
    const type = imageType(bytes) ?? 'image/jpeg'
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name)
  }
  const empty = jsonRequest(endpointOf(shop), 'POST', '/admin/uploads', undefined, signal)
  return judge(await shop.web({ ...empty, body: form }), schema, readNo)
}

/** What a change answers with, where no more of it is needed. */
export const withId = z.object({ id: z.string() })

/** The secret key stands where a user's name would; there is no password. */
const endpointOf = ({ settings }: Shop): Endpoint => ({
  url: settings.url,
  headers: basic(settings.secretKey, ''),
  timeoutMs: settings.timeoutMs,
})

const no = z.object({ type: z.string(), message: z.string(), code: z.string().optional() })

/** `MedusaError.Types`. What is not here is read by its status. */
const troubleOf: Readonly<Record<string, MarketplaceTrouble>> = {
  unauthorized: 'keyRefused',
  forbidden: 'notAllowed',
  not_found: 'gone',
  insufficient_inventory: 'notEnough',
  duplicate_error: 'skuTwice',
  invalid_data: 'refused',
  not_allowed: 'refused',
}

/** Of 2.21: reservations that find nothing to hold say so only in words, under the type of a plain no. */
const notEnough = /not enough stock|not have the required inventory/i

const readNo: ReadNo = (_status, json) => {
  const said = no.safeParse(json)
  if (!said.success) return null
  const { type, message } = said.data
  if (notEnough.test(message)) return refused('notEnough', message)
  const code = troubleOf[type]
  return code === undefined ? null : refused(code, message)
}
