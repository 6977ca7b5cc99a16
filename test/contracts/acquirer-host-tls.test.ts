import { expect, test } from 'vitest'
import { openHost } from '#drivers/acquirers/open-host.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import { acquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { tlsTransport } from '#drivers/transport/tls-client.node.ts'
import { hostIdentity, totalsQuestion } from '../harness/host-questions.ts'
import { hostPems, listenTls } from '../harness/host-tls.ts'
import { acquirerHostContract } from './acquirer-host.contract.ts'
import { tlsHostRig } from './acquirer-rig.ts'

acquirerHostContract('tls', tlsHostRig)

test.each([
  ['another authority’s certificate', hostPems.strangerHost, hostPems.till, 'noNetwork'],
  ['a certificate for another name', hostPems.otherName, hostPems.till, 'noNetwork'],
  ['a certificate that has expired', hostPems.expiredHost, hostPems.till, 'noNetwork'],
  ['ours, but none from us', hostPems.host, null, 'lineLost'],
  ['ours, but an expired one from us', hostPems.host, hostPems.expiredTill, 'lineLost'],
])('%s: no question leaves, and it is said', async (_whose, shown, own, cause) => {
  const simulator = acquirerSimulator({ dialect: 'iso87' })
  const door = await listenTls(shown, (link) => simulator.accept(link))
  const transport = tlsTransport(tcpTransport({ host: '127.0.0.1', port: door.port }), {
    host: 'localhost',
    authority: hostPems.authority,
    own: own === null ? null : { certificate: own, key: own },
  })
  const clock = () => totalsQuestion().at
  const host = openHost({ dialect: iso87, transport, identity: hostIdentity, seal: null, clock })
  expect(await host.check()).toMatchObject({ ok: false, cause })
  expect(await host.settle(totalsQuestion())).toMatchObject({ answer: 'none', cause, sent: false })
  expect(simulator.books()).toMatchObject({ batches: [], violations: [] })
  await host.close()
  await simulator.close()
  await door.close()
})
