import { basic } from '../auth-headers.ts'
import type { Endpoint } from '../json-request.ts'
import type { Shop } from './settings.ts'
import { type Filling, fill, namesIn, type Template } from './template.ts'

/** Where requests go, and with which key in their headers; a marketplace may want none. */
export function endpointOf({ settings, mapping }: Shop): Endpoint {
  const { url, key, timeoutMs } = settings
  return { url, headers: authOf(mapping.auth, key), timeoutMs }
}

function authOf(auth: Shop['mapping']['auth'], key: string): Endpoint['headers'] {
  if (key === '') return {}
  switch (auth.kind) {
    case 'bearer':
      return { authorization: `Bearer ${key}` }
    case 'header':
      return { [auth.name]: key }
    case 'basic':
      return basic(auth.user, key)
    case 'query':
      return {}
  }
}

/**
 * Each placeholder as one step of the address.
 * @returns `null`: a step that is none: empty, or one that leads elsewhere
 */
export function addressOf(template: Template, { values }: Filling): string | null {
  const steps: Record<string, string> = {}
  for (const name of namesIn(template)) {
    const step = encodeURIComponent(String(values[name] ?? '').toWellFormed())
    if (step === '') return null
    steps[name] = step
  }
  const path = String(fill(template, { values: steps }))
  // `..` would be taken off the address before it leaves, and the request would be another one.
  return path.split('/').some((step) => step === '.' || step === '..') ? null : path
}

/** With its question mark, or nothing. */
export function queryOf(
  query: Readonly<Record<string, Template>>,
  filling: Filling,
  { settings, mapping }: Shop,
): string {
  const said = new URLSearchParams()
  for (const [name, template] of Object.entries(query)) {
    const value = fill(template, filling)
    if (value !== undefined && value !== null) said.append(name, asText(value))
  }
  const key = keyQuery({ settings, mapping })
  const all = said.size === 0 ? key : `${said}${key === '' ? '' : `&${key}`}`
  return all === '' ? '' : `?${all}`
}

/** The key where it goes into the query; otherwise nothing. */
const keyQuery = ({ settings, mapping }: Pick<Shop, 'settings' | 'mapping'>): string =>
  mapping.auth.kind === 'query' && settings.key !== ''
    ? `${new URLSearchParams([[mapping.auth.name, settings.key]])}`
    : ''

/** A link to a page with the key, where that goes into the query. */
export function keyedLink(link: string, shop: Shop): string {
  const key = keyQuery(shop)
  return key === '' ? link : `${link}${link.includes('?') ? '&' : '?'}${key}`
}

const asText = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Printable ASCII; what is not is said by its code. */
export const headersOf = (
  headers: Readonly<Record<string, Template>>,
  filling: Filling,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, template]) => {
      const value = fill(template, filling)
      return value === undefined || value === null
        ? []
        : [
            [
              name,
              asText(value).replaceAll(/[^\x20-\x7e]/g, (letter) =>
                encodeURIComponent(letter.toWellFormed()),
              ),
            ],
          ]
    }),
  )

/**
 * A link to the next page, as what comes after the shop's own address.
 * @returns `null`: it leads to another host, or out of the API: the key is shown to neither
 */
export function ownLink(link: string, { settings, mapping }: Shop): string | null {
  const base = `${settings.url}/`
  if (!URL.canParse(link, base)) return null
  const url = new URL(link, base)
  // It is kept beside the journal until the next page is asked for: the key is not.
  if (mapping.auth.kind === 'query') url.searchParams.delete(mapping.auth.name)
  const { href } = url
  if (href.length > 2_000) return null
  const own = new URL(base).href.slice(0, -1)
  return href.startsWith(`${own}/`) || href.startsWith(`${own}?`) ? href.slice(own.length) : null
}
