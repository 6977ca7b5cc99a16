import { expect, test } from 'vitest'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { type TlsClientOptions, tlsTransport } from '#drivers/transport/tls-client.node.ts'
import type { CloseReason, Link } from '#drivers/transport/transport.ts'
import { hostPems, listenTls } from '../harness/host-tls.ts'
import { collect, transportContract } from './transport.contract.ts'

const own = (pem: string): TlsClientOptions['own'] => ({ certificate: pem, key: pem })
const till: TlsClientOptions = { host: 'localhost', authority: hostPems.authority, own: own(hostPems.till) }

/** A host that shows a certificate, and a till that comes to it. */
async function stand(shown: string, options: Partial<TlsClientOptions> = {}) {
  const links: Link[] = []
  let came = Promise.withResolvers<void>()
  const door = await listenTls(shown, (link) => {
    links.push(link)
    came.resolve()
    came = Promise.withResolvers()
  })
  const far = async (): Promise<Link> => {
    if (links.length === 0) await came.promise
    return links.shift() as Link
  }
  const inner = tcpTransport({ host: '127.0.0.1', port: door.port })
  return {
    transport: tlsTransport(inner, { ...till, ...options }),
    accepted: links,
    far,
    dispose: () => door.close(),
  }
}

transportContract('tls', () => stand(hostPems.host), { noticesFarClose: true, farNoticesClose: true })

test.each([
  ['another authority’s certificate', hostPems.strangerHost, {}],
  ['a certificate for another name', hostPems.otherName, {}],
  ['a certificate that has expired', hostPems.expiredHost, {}],
  ['a certificate of an authority that we were not told of', hostPems.host, { authority: null }],
  ['a certificate that does not list the address it is asked at', hostPems.host, { host: '127.0.0.9' }],
])('a host with %s is told nothing', async (_whose, shown, options) => {
  const { transport, accepted, dispose } = await stand(shown, options)
  await expect(transport.open()).rejects.toMatchObject({ code: 'denied' })
  expect(accepted).toEqual([])
  await dispose()
})

test('a host may be asked for by an address that its certificate lists', async () => {
  const { transport, far, dispose } = await stand(hostPems.host, { host: '127.0.0.1' })
  const link = await transport.open()
  const there = collect(await far(), 3)
  await link.write(Uint8Array.of(1, 2, 3))
  expect(await there).toEqual([1, 2, 3])
  await link.close()
  await dispose()
})

// Node's server says why only where there is no certificate; for a wrong one it just closes.
test.each([
  ['no certificate', null, /certificate required/i],
  ['another authority’s certificate', own(hostPems.strangerTill), /closed the connection/],
  ['a certificate that has expired', own(hostPems.expiredTill), /closed the connection/],
])(
  'a till with %s loses the line before it hears a byte, with what reason there is',
  async (_whose, shown, why) => {
    const { transport, accepted, dispose } = await stand(hostPems.host, { own: shown })
    const link = await transport.open()
    const heard: number[] = []
    link.onData((bytes) => heard.push(...bytes))
    const reason = await new Promise<CloseReason>((resolve) => link.onClose(resolve))
    expect(reason).toMatchObject({ kind: 'disconnected', detail: expect.stringMatching(why) })
    expect(heard).toEqual([])
    expect(accepted).toEqual([])
    await dispose()
  },
)

test('a host that speaks something else is named so', async () => {
  const transport = tlsTransport(
    memoryTransport('memory', (far) => {
      far.onData(() => void far.write(new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n\r\n')))
    }),
    till,
  )
  await expect(transport.open()).rejects.toMatchObject({ code: 'unsupported' })
})

test('a host that takes the line and says nothing is given up when told to', async () => {
  const far: Link[] = []
  const transport = tlsTransport(
    memoryTransport('memory', (link) => far.push(link)),
    till,
  )
  const abort = new AbortController()
  const opening = transport.open(abort.signal)
  setTimeout(() => abort.abort(), 20)
  await expect(opening).rejects.toMatchObject({ code: 'aborted' })
  await expect(new Promise((resolve) => far[0]?.onClose(resolve))).resolves.toMatchObject({
    kind: 'disconnected',
  })
})

test('a key that is none, or another’s, is named without a word of it', () => {
  const inner = memoryTransport('memory', () => undefined)
  const wrong = [
    { certificate: hostPems.till, key: 'no key' },
    { certificate: hostPems.till, key: hostPems.host },
    { certificate: 'no certificate', key: hostPems.till },
  ]
  for (const each of wrong) {
    expect(() => tlsTransport(inner, { ...till, own: each })).toThrow(
      expect.objectContaining({
        code: 'unsupported',
        message: 'memory with TLS: a certificate or key that is none, or not of one another (unsupported)',
      }),
    )
  }
})
