import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { runSimTerminal } from './sim-terminal.ts'

const charge = {
  amount: dirham(12_550),
  currency: 'MAD',
  at: { utcMs: Date.UTC(2026, 10, 23), offsetMinutes: 60 },
} as const
const hooks = () => ({
  confirm: () => undefined,
  onStep: () => undefined,
  signal: new AbortController().signal,
})

test('charges over TCP and over a serial line at once, with the faults asked for, and keeps its journal', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-sim-'))
  const said: string[] = []
  const stop = Promise.withResolvers<void>()
  const journal = join(folder, 'charges.jsonl')
  const pty = join(folder, 'terminal')
  const running = runSimTerminal(
    { protocol: 'naps', tcp: 0, pty, fault: ['decline', 'terminator=!'], journal },
    (line) => said.push(line),
    stop.promise,
  )
  await expect.poll(() => said.length).toBe(2)
  expect(said[1]).toBe(`naps terminal on serial ${pty}`)
  const port = Number(said[0]?.split(':').at(-1))
  const overTcp = napsTerminal({ transport: tcpTransport({ host: '127.0.0.1', port }) })
  const overSerial = napsTerminal({ transport: serialTransport({ path: pty, baud: 9600 }) })
  expect(await overTcp.charge({ ...charge, sequence: 1 }, hooks())).toMatchObject({ outcome: 'declined' })
  expect(await overSerial.charge({ ...charge, sequence: 2 }, hooks())).toMatchObject({ outcome: 'approved' })
  stop.resolve()
  expect(await running).toBe(0)
  const events = (await readFile(journal, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ event, reference }) => `${event} ${reference}`)).toEqual([
    'refused 000001',
    'approved 000002',
    'confirmed 000002',
  ])
  expect(said.slice(2)).toEqual([
    'refused 000001 12550 centimes',
    'approved 000002 12550 centimes',
    'confirmed 000002 12550 centimes',
    '1 charges stand, 12550 centimes',
  ])
  await rm(folder, { recursive: true })
})

test.each([
  [{ protocol: 'morse', tcp: 0 }, /no simulated terminal for "morse"; there are: naps, .*concert/],
  [{ protocol: 'naps' }, /where to listen: --tcp <port>, --pty <path>, --serial <path>, or several\.$/],
  [{ protocol: 'naps', https: 0 }, /No naps terminal is reached by --https; there are: --tcp <port>, --pty/],
  [
    { protocol: 'concert', https: 0 },
    /No concert terminal is reached by --https; there are: --tcp <port>, --pty <path>, --serial <path>\.$/,
  ],
  [{ protocol: 'naps', tcp: 0, fault: ['explode'] }, /no fault "explode"/],
  [{ protocol: 'naps', tcp: 0, fault: ['decline:0'] }, /no fault "decline:0"/],
  [{ protocol: 'naps', tcp: 0, fault: ['terminator=;'] }, /Known: .*dropAfterConfirm.*terminator=\?/],
  [{ protocol: 'concert', pty: '/nowhere', fault: ['terminator=!'] }, /no fault "terminator=!"/],
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  expect(await runSimTerminal(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
})

test('serves a serial port that somebody else made', async () => {
  const near: Link[] = []
  const pty = await openPty({ awayMs: 60_000 }, (link) => near.push(link))
  const said: string[] = []
  const stop = Promise.withResolvers<void>()
  const running = runSimTerminal(
    { protocol: 'naps', serial: pty.path },
    (line) => said.push(line),
    stop.promise,
  )
  await expect.poll(() => said.length).toBe(1)
  const transport = { name: 'far end', open: async () => near[0] as Link }
  expect(await napsTerminal({ transport }).check()).toMatchObject({ ok: true })
  stop.resolve()
  expect(await running).toBe(0)
  await pty.close()
})
