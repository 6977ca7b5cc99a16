import { z } from 'zod'
import { done, judge, refused } from '../json.ts'
import { jsonRequest } from '../json-request.ts'
import type { Call, Done } from '../marketplace.ts'
import type { WebRequest } from '../web.ts'
import { addressOf, endpointOf, headersOf, keyedLink, queryOf } from './address.ts'
import { textAt } from './conditions.ts'
import type { Expectation } from './mapping-parts.ts'
import type { Mapping } from './mapping-schema.ts'
import { noOf } from './say-no.ts'
import type { Shop } from './settings.ts'
import { type Filling, fill } from './template.ts'
import { timeText } from './times.ts'
import { type OperationName, vocabularies } from './vocabulary.data.ts'

/** What an operation’s mapping says of its request, whatever it reads from the answer. */
export interface Operation {
  readonly ask: Mapping['check']['ask']
  readonly expect?: 'nothing' | readonly Expectation[] | undefined
}
export interface Answer {
  readonly json: unknown
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}
export type Asking = Pick<Call, 'signal'> & Partial<Call>

const nothing: Filling = { values: {} }

/** One request of one operation. What it says is believed only if it says what the mapping expects. */
export async function ask(
  shop: Shop,
  name: OperationName,
  operation: Operation,
  filling: Filling,
  call: Asking,
  change: (request: WebRequest) => WebRequest = (same) => same,
): Promise<Done<Answer>> {
  const full = { ...filling, values: { ...filling.values, ...valuesOf(shop, name, call) } }
  const path = addressOf(operation.ask.path, full)
  if (path === null) return refused('gone', `${name}: no id of this marketplace`)
  const said = await send(
    shop,
    operation,
    full,
    path + queryOf(operation.ask.query, full, shop),
    call,
    change,
  )
  if (said.end !== 'done') return said
  const doubt = doubtOf(operation.expect, said.value.json, full)
  return doubt === null ? said : noOf(shop, {}).told(refused('malformed', `${name}: ${doubt}`))
}

/** The same at an address that the marketplace gave. @param link after the shop’s own address */
export const askLink = (
  shop: Shop,
  operation: Operation,
  link: string,
  call: Asking,
): Promise<Done<Answer>> =>
  send(shop, { ask: { ...operation.ask, query: {} } }, nothing, keyedLink(link, shop), call)

async function send(
  shop: Shop,
  { ask: { method, body, graphql, headers } }: Operation,
  filling: Filling,
  path: string,
  call: Asking,
  change: (request: WebRequest) => WebRequest = (same) => same,
): Promise<Done<Answer>> {
  const filled = body === undefined ? undefined : fill(body, filling)
  const json = graphql === undefined ? filled : { query: graphql, variables: filled ?? {} }
  const plain = jsonRequest(endpointOf(shop), method, path, json, call.signal)
  const said = { ...headersOf(shop.mapping.headers, filling), ...headersOf(headers, filling) }
  const outcome = await shop.web(change({ ...plain, headers: { ...said, ...plain.headers } }))
  const headersSaid = outcome.end === 'answered' ? outcome.headers : {}
  const no = noOf(shop, headersSaid)
  const end = judge(outcome, z.unknown(), no.read)
  if (end.end === 'refused') return no.told(end)
  if (end.end !== 'done') return end
  // Some say no with status 200, as every GraphQL does.
  const refusal = outcome.end === 'answered' ? no.read(outcome.status, end.value) : null
  return refusal === null ? done({ json: end.value, headers: headersSaid }) : no.told(refusal)
}

function valuesOf(shop: Shop, name: OperationName, { key, at }: Asking): Filling['values'] {
  return {
    // Two requests of one call are two. What is said absolutely has none: a marketplace that took it for a repetition would
    // answer as the first time, and leave standing what was written since.
    'call.key':
      key === undefined || !vocabularies[name].values.includes('call.key') ? null : `${key}/${name}`,
    'call.at': at === undefined ? null : timeText(shop.mapping.times, at.utcMs),
    'shop.location': shop.mapping.location === '' ? null : shop.mapping.location,
  }
}

/** @returns why it is not believed; `null`: it is */
function doubtOf(expect: Operation['expect'], json: unknown, filling: Filling): string | null {
  if (expect === undefined) return null
  if (expect === 'nothing') return json === null ? null : 'answered with something'
  for (const { path, is } of expect) {
    const due = fill(is, filling) ?? null
    const said = textAt(path, json)
    if (due === null ? said !== null : said !== String(due))
      return `answered with ${said?.slice(0, 60) ?? 'nothing'} instead of ${due === null ? 'nothing' : String(due)}`
  }
  return null
}
