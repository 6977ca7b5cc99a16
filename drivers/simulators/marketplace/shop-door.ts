import type { Web, WebOutcome, WebRequest } from '../../marketplaces/web.ts'
import { type DoorFault, DoorFaults } from './door-faults.ts'

export interface ShopRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface ShopAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** A simulated shop: one request after the other, each whole. */
export type Shop = (request: ShopRequest) => ShopAnswer

/** What is seen from outside. `null`: no answer comes; `lost`: the line goes. */
export type Seen = ShopAnswer | null | 'lost'

const utf8 = new TextEncoder()
export const jsonAnswer = (
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): ShopAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: utf8.encode(JSON.stringify(json)),
})
const page = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): ShopAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8', ...headers },
  body: utf8.encode(`<!doctype html><html><head><title>${title}</title></head><body>${title}</body></html>`),
})

/** The way into a simulated shop, with what can go wrong on it. Keeps what was asked, in order. */
export class ShopDoor {
  readonly faults = new DoorFaults()
  readonly asked: string[] = []
  readonly #shop: Shop

  constructor(shop: Shop) {
    this.#shop = shop
  }

  ask(request: ShopRequest): Seen {
    const named = `${request.method} ${request.path}`
    this.asked.push(named)
    const fault = this.faults.take(named)
    return fault === null ? this.#shop(request) : this.#faulty(fault, request)
  }

  /** As an adapter is given it: no socket between, and no time passes. */
  readonly web: Web = async (request) => {
    if (request.signal?.aborted) return noAnswer('aborted', false)
    const seen = this.ask(await heard(request))
    if (seen === 'lost') return noAnswer('lineLost', true)
    if (seen === null) return noAnswer('silent', true)
    const { status, headers, body } = seen
    return body.length > request.mostBytes
      ? { end: 'tooLarge', status }
      : { end: 'answered', status, headers, body }
  }

  #faulty(fault: DoorFault, request: ShopRequest): Seen {
    switch (fault) {
      case 'cutBefore':
        return 'lost'
      case 'html':
        return page(200, 'Log in')
      case 'maintenance':
        return page(503, 'Briefly unavailable for scheduled maintenance.', { 'retry-after': '7' })
      case 'tooMany':
        return page(429, 'Too Many Requests', { 'retry-after': '3' })
      case 'moved':
        return page(301, 'Moved', { location: 'https://elsewhere.example/' })
      default:
        return afterwards(fault, this.#shop(request))
    }
  }
}

function afterwards(fault: DoorFault, answer: ShopAnswer): Seen {
  if (fault === 'silent') return null
  if (fault === 'gateway') return page(502, 'Bad Gateway')
  if (fault === 'half') return { ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) }
  if (fault === 'otherShape') return jsonAnswer(answer.status, { ok: true })
  return 'lost'
}

const noAnswer = (cause: 'silent' | 'lineLost' | 'aborted', sent: boolean): WebOutcome => ({
  end: 'noAnswer',
  cause,
  sent,
  text: 'simulated',
})

async function heard(request: WebRequest): Promise<ShopRequest> {
  const url = new URL(request.url)
  const sent = new Response(request.body as ConstructorParameters<typeof Response>[0])
  const type = sent.headers.get('content-type')
  return {
    method: request.method,
    path: url.pathname + url.search,
    headers: {
      ...(type === null ? {} : { 'content-type': type }),
      ...Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    },
    body: new Uint8Array(await sent.arrayBuffer()),
  }
}
