import type { Timers } from '../transport/timers.ts'
import type { Web, WebOutcome, WebRequest, WebSilence } from './web.ts'

/** The real web, over `fetch`. */
export function fetchWeb(timers: Timers, ask: typeof fetch = fetch): Web {
  return async (request) => {
    if (request.signal?.aborted) return silence('aborted', false, 'given up before it began')
    const stop = new AbortController()
    let late = false
    const giveUp = (): void => stop.abort()
    request.signal?.addEventListener('abort', giveUp, { once: true })
    const cancel = timers.after(request.timeoutMs, () => {
      late = true
      giveUp()
    })
    try {
      return await exchange(ask, request, stop)
    } catch (error) {
      // Whether the connection stood by then is not told: it may have been sent.
      if (late) return silence('silent', true, `no answer in ${request.timeoutMs} ms`)
      if (request.signal?.aborted) return silence('aborted', true, 'given up')
      return whyNot(error)
    } finally {
      cancel()
      request.signal?.removeEventListener('abort', giveUp)
    }
  }
}

async function exchange(ask: typeof fetch, request: WebRequest, stop: AbortController): Promise<WebOutcome> {
  const response = await ask(request.url, {
    method: request.method,
    headers: request.headers,
    // A copy over a buffer of its own: what `fetch` declares, and out of reach of a caller that goes on writing.
    body: request.body instanceof Uint8Array ? new Uint8Array(request.body) : request.body,
    redirect: 'manual',
    signal: stop.signal,
  })
  const body = await readAtMost(response.body, request.mostBytes)
  if (body === null) {
    stop.abort()
    return { end: 'tooLarge', status: response.status }
  }
  return { end: 'answered', status: response.status, headers: Object.fromEntries(response.headers), body }
}

/** @returns `null` as soon as more came than is wanted */
async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  mostBytes: number,
): Promise<Uint8Array | null> {
  if (stream === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size > mostBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Codes of Node and undici that are raised before a byte of a request can leave: the name is not found, nothing
 * listens, or the certificate is not the host's.
 */
const unsent =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|UND_ERR_INVALID_ARG|ERR_INVALID_URL|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/

/** `fetch` says "fetch failed" and keeps what happened in `cause`; what it throws without one is about the request itself. */
function whyNot(error: unknown): WebSilence {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause === undefined) return silence('noNetwork', false, 'the request cannot be made')
  const code = codeOf(cause)
  return unsent.test(code) ? silence('noNetwork', false, code) : silence('lineLost', true, code)
}

/** Several addresses of a name that all fail come as one `AggregateError`, whose code is the first one's. */
function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'unknown'
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return 'errors' in cause && Array.isArray(cause.errors) ? codeOf(cause.errors[0]) : 'unknown'
}

const silence = (cause: WebSilence['cause'], sent: boolean, text: string): WebSilence => ({
  end: 'noAnswer',
  cause,
  sent,
  text,
})
