import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findSimulatorKind } from '#drivers/simulators/terminal/registry.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { systemClock } from '#electron/platform/clock.ts'
import type { ProbeResult, TerminalConfig, TerminalProtocol } from '#shared/contract/devices.ts'
import { probeTerminal } from './probe-terminal.ts'

/** Patience with each protocol, ms: loopback answers in a few. */
const tryMs = 1_000
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function simulatorOf(protocol: string) {
  const kind = findSimulatorKind(protocol)
  if (kind === null) throw new Error(`no simulator of ${protocol}`)
  const simulator = await kind.make({})
  ends.push(async () => simulator.close())
  return simulator
}

async function listening(accept: (link: Link) => void): Promise<number> {
  const acceptor = await listenTcp({ port: 0 }, accept)
  ends.push(() => acceptor.close())
  return acceptor.port
}

const probe = (config: TerminalConfig): Promise<ProbeResult> => probeTerminal(config, systemClock, tryMs)
const atPort = (protocol: TerminalProtocol, port: number, options = {}): TerminalConfig => ({
  protocol,
  place: { via: 'tcp', host: '127.0.0.1', port },
  name: 'T',
  options,
})

test('a terminal that speaks what was asked for says so, with what it can do, and no money moves', async () => {
  const simulator = await simulatorOf('naps')
  const port = await listening((link) => simulator.accept(link, 'tcp'))
  expect(await probe(atPort('naps', port))).toMatchObject({
    ok: true,
    text: expect.stringContaining('NAPS'),
    capabilities: { void: true, refund: false },
  })
  expect(simulator.journal()).toEqual([])
})

test.each([
  ['zvt', 'naps', {}],
  ['caisse-ap', 'naps', {}],
  ['nexo', 'naps', { poiId: 'V400m-1' }],
  ['naps', 'nexo', {}],
  ['caisse-ap', 'zvt', {}],
] as const)('asked for %s, something that speaks %s is named', async (wanted, speaks, options) => {
  const simulator = await simulatorOf(speaks)
  const port = await listening((link) => simulator.accept(link, 'tcp'))
  expect(await probe(atPort(wanted, port, options))).toMatchObject({
    ok: false,
    trouble: 'otherProtocol',
    speaks,
  })
  expect(simulator.journal()).toEqual([])
})

test('a port that nobody listens on is unreachable, and nothing else is tried', async () => {
  const port = await listening(() => undefined)
  await ends.pop()?.()
  expect(await probe(atPort('naps', port))).toMatchObject({
    ok: false,
    trouble: 'unreachable',
    speaks: null,
  })
})

test('something mute does not answer, something that chatters speaks another language', async () => {
  const mute = await listening(() => undefined)
  expect(await probe(atPort('zvt', mute))).toMatchObject({ ok: false, trouble: 'noAnswer', speaks: null })
  const chatter = await listening((link) => {
    link.onData(() => void link.write(new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n\r\n')))
  })
  expect(await probe(atPort('zvt', chatter))).toMatchObject({
    ok: false,
    trouble: 'otherProtocol',
    speaks: null,
  })
})

test('on a serial line each protocol is tried in its own line format', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-probe-'))
  ends.push(() => rm(folder, { recursive: true }))
  const simulator = await simulatorOf('concert')
  const path = join(folder, 'terminal')
  const pty = await openPty({ linkPath: path }, (link) => simulator.accept(link, 'serial'))
  ends.push(() => pty.close())
  const place = { via: 'serial', path, baud: 9_600 } as const
  expect(await probe({ protocol: 'concert', place, name: 'T' })).toMatchObject({ ok: true })
  expect(await probe({ protocol: 'naps', place, name: 'T' })).toMatchObject({
    trouble: 'otherProtocol',
    speaks: 'concert',
  })
})

test('a simulated terminal is what it says', async () => {
  const config: TerminalConfig = { protocol: 'naps', place: { via: 'simulated' }, name: 'T' }
  expect(await probe(config)).toMatchObject({ ok: true })
})
