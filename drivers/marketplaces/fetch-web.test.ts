import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { realTimers } from '../transport/timers.ts'
import { fetchWeb } from './fetch-web.ts'
import type { WebRequest } from './web.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A host on the loopback. @returns its address */
async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const get = (url: string, more: Partial<WebRequest> = {}): WebRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  timeoutMs: 5_000,
  mostBytes: 1_000,
  ...more,
})
const web = fetchWeb(realTimers)

test('an answer comes whole, with the names of its headers in lower case', async () => {
  const url = await host((request, response) => {
    response.writeHead(201, { 'X-Shop': 'derb' })
    request.pipe(response)
  })
  const body = new TextEncoder().encode('زربية')
  const outcome = await web(get(url, { method: 'POST', body }))
  expect(outcome).toMatchObject({ end: 'answered', status: 201, headers: { 'x-shop': 'derb' } })
  expect(outcome.end === 'answered' && new TextDecoder().decode(outcome.body)).toBe('زربية')
})

test('an answer without end is read as far as was wanted', async () => {
  let gone = false
  const url = await host((_request, response) => {
    const more = (): boolean => response.write(Buffer.alloc(600))
    response.on('drain', more).on('close', () => {
      gone = true
    })
    while (more()) {}
  })
  expect(await web(get(url))).toEqual({ end: 'tooLarge', status: 200 })
  await expect.poll(() => gone).toBe(true)
})

test('silence is told after the time there is, and may have been heard', async () => {
  const url = await host(() => {})
  expect(await web(get(url, { timeoutMs: 50 }))).toMatchObject({ cause: 'silent', sent: true })
})

test('a body that stalls half-way is silence too', async () => {
  const url = await host((_request, response) => void response.write('{'))
  expect(await web(get(url, { timeoutMs: 200 }))).toMatchObject({ cause: 'silent', sent: true })
})

test('nothing listens: no byte left', async () => {
  const url = await host(() => {})
  for (const close of closing.splice(0)) close()
  expect(await web(get(url))).toEqual({
    end: 'noAnswer',
    cause: 'noNetwork',
    sent: false,
    text: 'ECONNREFUSED',
  })
})

test('a line that drops after the request may have carried it', async () => {
  const url = await host((request) => request.socket.destroy())
  expect(await web(get(url))).toMatchObject({ cause: 'lineLost', sent: true })
})

test('given up before it began, and given up while it waits', async () => {
  const url = await host(() => {})
  expect(await web(get(url, { signal: AbortSignal.abort() }))).toMatchObject({
    cause: 'aborted',
    sent: false,
  })
  const stop = new AbortController()
  const waits = web(get(url, { signal: stop.signal }))
  setTimeout(() => stop.abort(), 20)
  expect(await waits).toMatchObject({ cause: 'aborted', sent: true })
})

test('a redirect is an answer, not a way', async () => {
  let asked = 0
  const url = await host((_request, response) => {
    asked += 1
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  expect(await web(get(url))).toMatchObject({ end: 'answered', status: 302 })
  expect(asked).toBe(1)
})

test.each([
  ['an address that is none', get('not an address')],
  ['a key with a line end in it', get('http://127.0.0.1:9', { headers: { authorization: 'Bearer a\nb' } })],
])('%s is never sent, and its words are not repeated', async (_name, request) => {
  const outcome = await web(request)
  expect(outcome).toMatchObject({ end: 'noAnswer', cause: 'noNetwork', sent: false })
  expect(JSON.stringify(outcome)).not.toContain('Bearer')
})
