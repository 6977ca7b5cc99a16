import type { z } from 'zod'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import type { Done } from './marketplace.ts'
import { parsedJson } from './parsed-json.ts'
import { retryAfterMs } from './retry-after.ts'
import type { WebAnswer, WebOutcome } from './web.ts'

export type Refused = Extract<Done, { end: 'refused' }>
export type Unknown = Extract<Done, { end: 'unknown' }>
type NotDone = Refused | Unknown

/** What a platform's own words for no mean; `null`: nothing that its status does not say. `json` is not checked. */
export type ReadNo = (status: number, json: unknown) => Refused | null

export const done = <T>(value: T): Done<T> => ({ end: 'done', value })

/** @param text for people and logs; cut to 300 characters, for a platform may answer with a page */
export const refused = (code: MarketplaceTrouble, text: string, again: Refused['again'] = null): Refused => ({
  end: 'refused',
  code,
  text: text.slice(0, 300),
  again,
})

/**
 * An outcome of the web as a platform's answer: no answer is `unknown`; a status that says no is `refused`, in the
 * platform's own words where `readNo` knows them; what is not JSON of the shape asked for is `malformed`.
 */
export function judge<T>(outcome: WebOutcome, schema: z.ZodType<T>, readNo: ReadNo = () => null): Done<T> {
  if (outcome.end === 'noAnswer') {
    const { cause, sent, text } = outcome
    return { end: 'unknown', cause, sent, text }
  }
  if (outcome.end === 'tooLarge') return refused('malformed', `more than was asked for (${outcome.status})`)
  const json = parseJson(outcome)
  if (outcome.status < 200 || outcome.status > 299) {
    return (json.ok ? readNo(outcome.status, json.value) : null) ?? saysNo(outcome)
  }
  if (!json.ok) return refused('malformed', json.text)
  return believe(schema, json.value)
}

/** What was said, if it has the shape it must have. */
export function believe<T>(schema: z.ZodType<T>, json: unknown): Done<T> {
  const read = schema.safeParse(json)
  if (read.success) return done(read.data)
  const [issue] = read.error.issues
  return refused('malformed', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** By the status alone (RFC 9110 §15). */
function saysNo({ status, headers }: WebAnswer): NotDone {
  const text = `status ${status}`
  if (status === 401) return refused('keyRefused', text)
  if (status === 403) return refused('notAllowed', text)
  if (status === 404 || status === 410) return refused('gone', text)
  if (status === 429) return refused('tooMany', text, { afterMs: retryAfterMs(headers) })
  if (status === 503) return refused('unavailable', text, { afterMs: retryAfterMs(headers) })
  // A gateway that lost what is behind it, or a program that broke half-way: it may have been done.
  if (status >= 500) return { end: 'unknown', cause: 'lineLost', sent: true, text }
  // A shop that has moved, or a page before the shop: its address in the settings is not the API's.
  if (status >= 300 && status < 400) return refused('malformed', `${text}: sent elsewhere`)
  return refused('refused', text)
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: string }

/** Strict UTF-8; a page of HTML is named for what it is, for that is what a shop behind a bad proxy answers. */
function parseJson({ status, headers, body }: WebAnswer): Json {
  // 204 has no body, and some platforms answer a deletion so.
  if (body.length === 0) return { ok: true, value: null }
  const type = headers['content-type'] ?? ''
  if (/html/i.test(type)) return { ok: false, text: `HTML instead of JSON (status ${status})` }
  const value = parsedJson(body)
  return value === undefined
    ? { ok: false, text: `not JSON (${type || 'no content type'}, status ${status})` }
    : { ok: true, value }
}
