import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { nexoSimulator } from '#drivers/simulators/terminal/nexo/nexo-simulator.ts'
import {
  testAuthorityPem,
  testStrangerPem,
  testTerminalKeyPem,
} from '#drivers/simulators/terminal/nexo/test-certificate.data.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { type NexoTerminal, nexoTerminal } from '#drivers/terminals/nexo/nexo-terminal.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { httpsRig, httpsTraits, poiId, sharedKey } from './nexo-rig.ts'
import { hooks, recovery, request, type TerminalRig } from './terminal-rig.ts'
import { expectTrue, isOpen, passEverything, soldOnce } from './terminal-truth.ts'

const charge = {
  amount: 500 as never,
  currency: 'MAD',
  sequence: 9,
  at: { utcMs: Date.UTC(2026, 10, 23, 9), offsetMinutes: 60 },
} as const

const driverTo = (port: number, channel: 'https' | 'tcp', ca?: string, connectMs = 8_000): NexoTerminal =>
  nexoTerminal({
    channel,
    transport: tcpTransport({ host: '127.0.0.1', port }),
    poiId,
    ...(ca === undefined ? {} : { ca }),
    timings: { connectMs, messageMs: 4_000, paymentMs: 4_000 },
  })

/** Health and a charge at whatever listens there. */
async function tried(terminal: NexoTerminal) {
  const health = await terminal.check()
  const outcome = await terminal.charge(charge, hooks())
  await terminal.close()
  return { health, outcome }
}

test.concurrent.each([
  ['an authority nobody named', undefined, undefined],
  ['another name', testAuthorityPem, { cert: testStrangerPem, key: testTerminalKeyPem }],
])('a certificate of %s: nothing is sent, and it is said', async (_whose, ca, certificate) => {
  const simulator = nexoSimulator({ ...(certificate === undefined ? {} : { certificate }) })
  const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link, 'https'))
  const { health, outcome } = await tried(driverTo(listener.port, 'https', ca))
  expect(health).toMatchObject({ ok: false, reason: 'needsAttention' })
  expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-UNREACHABLE' } })
  expect(simulator.journal()).toEqual([])
  simulator.close()
  await listener.close()
})

test.concurrent('a device that speaks something else is said to, whichever way round', async () => {
  const babbler = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  await new Promise<void>((listening) => babbler.listen(0, '127.0.0.1', () => listening()))
  const { port } = babbler.address() as AddressInfo
  for (const channel of ['https', 'tcp'] as const) {
    const { health, outcome } = await tried(driverTo(port, channel, testAuthorityPem))
    expect(health, channel).toMatchObject({ ok: false, reason: 'otherProtocol' })
    expect(outcome.outcome).toBe(channel === 'https' ? 'declined' : 'unknown')
  }
  await new Promise((closed) => babbler.close(closed))
})

test.concurrent('a device that takes connections and says nothing speaks no TLS', async () => {
  const mute = createServer((socket) => socket.on('error', () => undefined).resume())
  await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', () => listening()))
  const { port } = mute.address() as AddressInfo
  const { health, outcome } = await tried(driverTo(port, 'https', testAuthorityPem, 300))
  expect(health).toMatchObject({ ok: false, reason: 'otherProtocol' })
  expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-UNREACHABLE' } })
  await new Promise((closed) => mute.close(closed))
})

/** Charges, asks again if it must, and compares with what the terminal did. */
async function charged(rig: TerminalRig) {
  const made = request(rig, 1)
  const started = rig.nowMs()
  const first = await rig.terminal.charge(made, hooks())
  const last = isOpen(first)
    ? await rig.restarted().recover(recovery(made, rig.nowMs() - started), hooks())
    : first
  await passEverything(rig, httpsTraits)
  const standing = rig.standing()
  await rig.dispose()
  expectTrue(first, standing, soldOnce())
  expectTrue(last, standing, soldOnce())
  return { first, last }
}

test.concurrent.each([
  ['http500', 'answersDisagree'],
  ['http204', 'noAnswer'],
  ['badHmac', 'answersDisagree'],
  ['partialApproval', 'answersDisagree'],
  ['inProgressLong', 'lineLost'],
])('%s instead of an answer is unknown', async (fault, cause) => {
  const rig = await httpsRig()
  rig.fault(fault)
  const made = request(rig, 1)
  expect(await rig.terminal.charge(made, hooks())).toMatchObject({ outcome: 'unknown', cause })
  const known = await rig.restarted().recover(recovery(made, 1_000), hooks())
  expect(known.outcome).toBe(fault === 'partialApproval' ? 'unknown' : 'approved')
  await rig.dispose()
})

test.concurrent('however a line splits TLS and HTTP, a sale is approved', async () => {
  const plans = [7, 60, 700].map((splitMax, seed) => ({
    seed,
    incoming: { splitMax },
    outgoing: { splitMax },
  }))
  for (const plan of plans) {
    const rig = await httpsRig((inner) => faultyTransport(inner, plan))
    expect((await charged(rig)).first).toMatchObject({ outcome: 'approved' })
  }
})

// The handshake takes about 1 kB either way, the request 1 kB, the answer 6 kB: cuts before, in and after each.
const cuts = [
  0, 1, 150, 400, 520, 600, 700, 900, 1_100, 1_300, 1_600, 2_000, 2_600, 3_400, 4_500, 6_000, 8_000,
]

test.concurrent.each(['incoming', 'outgoing'] as const)(
  'a line cut at any byte, %s, makes no false approval and no false decline',
  async (direction) => {
    const outcomes: string[] = []
    // A few at a time: they mostly wait, but each begins with a handshake.
    for (let from = 0; from < cuts.length; from += 6) {
      const several = cuts.slice(from, from + 6).map(async (cutAfterBytes, seed) => {
        const plan = { seed, [direction]: { cutAfterBytes } }
        return charged(await httpsRig((inner) => faultyTransport(inner, plan)))
      })
      for (const { first } of await Promise.all(several)) outcomes.push(first.outcome)
    }
    expect(outcomes).toContain('declined')
    expect(outcomes).toContain('approved')
  },
)

test.concurrent('sealed messages: neither key nor nonce nor signature is in the trace', async () => {
  const rig = await httpsRig()
  await rig.terminal.charge(request(rig, 1), hooks())
  const trace = rig.wire.join('\n')
  expect(trace).toContain('PaymentRequest.PaymentTransaction.AmountsReq.RequestedAmount=125.50')
  expect(trace).not.toMatch(new RegExp(`${sharedKey.passphrase}|Nonce|Hmac=[^*]|NexoBlob`))
  await rig.dispose()
})
