import type { WebRequest } from './web.ts'

/** The part of every request to one platform that does not change. */
export interface Endpoint {
  /** Without the last slash. */
  readonly url: string
  /** Keys included. */
  readonly headers: Readonly<Record<string, string>>
  /** For one exchange, in milliseconds. [1000...30000] */
  readonly timeoutMs: number
}

/** 4 MiB: a page of a hundred orders is well below one. */
const mostBytes = 4 * 1024 * 1024

/** @param path with its first slash and its query; @param json `undefined`: no body */
export function jsonRequest(
  endpoint: Endpoint,
  method: WebRequest['method'],
  path: string,
  json: unknown,
  signal: AbortSignal | undefined,
): WebRequest {
  const body = json === undefined ? null : new TextEncoder().encode(JSON.stringify(json))
  return {
    method,
    url: endpoint.url + path,
    headers: {
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...endpoint.headers,
    },
    body,
    timeoutMs: endpoint.timeoutMs,
    mostBytes,
    signal,
  }
}
