import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { simulatorKinds } from '#drivers/simulators/terminal/registry.ts'
import { findTerminalKind, type TerminalVia } from '#drivers/terminals/registry.ts'
import type { ChargeHooks, ChargeRequest } from '#drivers/terminals/terminal.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { dirham } from '#shared/money/amount.ts'
import { runSimTerminal, type SimTerminalArgs } from './sim-terminal.ts'

const quick = { cardMs: 20, authoriseMs: 20 }
const security = { keyIdentifier: 'shop', keyVersion: 7, passphrase: 'open:sesame' }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-sim-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The command as it runs, until stopped. */
function start(args: SimTerminalArgs) {
  const said: string[] = []
  const stop = Promise.withResolvers<void>()
  const running = runSimTerminal({ ...quick, ...args }, (line) => said.push(line), stop.promise)
  return {
    said,
    async port(): Promise<number> {
      await expect.poll(() => said.length).toBeGreaterThan(0)
      return Number(said[0]?.split(':').at(-1))
    },
    async end(): Promise<number> {
      stop.resolve()
      return running
    },
  }
}

const request = (sequence: number): ChargeRequest => ({
  amount: dirham(12_550),
  currency: 'MAD',
  sequence,
  at: { utcMs: Date.UTC(2026, 10, 23, 10), offsetMinutes: 60 },
})
const hooks = (): ChargeHooks => ({
  confirm: () => undefined,
  onStep: () => undefined,
  signal: new AbortController().signal,
})

const ways = Object.entries(simulatorKinds).flatMap(([protocol, { vias }]) =>
  vias.map((via): [string, TerminalVia] => [protocol, via]),
)

test.each(ways)(
  'a %s terminal by %s refuses the first charge as told, takes the second, and keeps its record',
  async (protocol, via) => {
    const journal = join(folder, 'charges.jsonl')
    const pty = join(folder, 'terminal')
    const authority = join(folder, 'authority.pem')
    const sealed = via === 'https'
    const command = start({
      protocol,
      journal,
      fault: ['decline'],
      ...(via === 'serial' ? { pty } : { [via]: 0 }),
      ...(sealed ? { authority, key: 'shop:7:open:sesame' } : {}),
    })
    const port = await command.port()
    expect(command.said).toEqual([expect.stringMatching(`^${protocol} terminal on ${via} `)])
    const kind = findTerminalKind(protocol)
    const transport =
      via === 'serial'
        ? serialTransport({ path: pty, baud: 9_600 })
        : tcpTransport({ host: '127.0.0.1', port })
    const options = sealed ? { poiId: 'V400m-1', security, ca: await readFile(authority, 'utf8') } : {}
    const driver = await kind?.make({ transport }, options, via, 'practice')
    expect(await driver?.charge(request(1), hooks())).toMatchObject({ outcome: 'declined' })
    expect(await driver?.charge(request(2), hooks())).toMatchObject({ outcome: 'approved' })
    await driver?.close()
    expect(await command.end()).toBe(0)
    expect(command.said.at(-1)).toBe('1 charges stand, 12550 centimes')
    const events = (await readFile(journal, 'utf8')).trim().split('\n')
    const written = events.map((line) => JSON.parse(line))
    expect(written.map(({ event }) => event).slice(0, 2)).toEqual(['refused', 'approved'])
    expect(command.said.filter((line) => line.startsWith('approved '))).toEqual([
      `approved ${written[1].trace} 12550 centimes`,
    ])
  },
)

test('a key that is not the terminal’s is not believed, and moves no money', async () => {
  const command = start({ protocol: 'nexo', tcp: 0, key: 'shop:7:open sesame' })
  const transport = tcpTransport({ host: '127.0.0.1', port: await command.port() })
  const driver = await findTerminalKind('nexo')?.make(
    { transport },
    { security: { ...security, passphrase: 'other' } },
    'tcp',
    'practice',
  )
  expect(await driver?.charge(request(1), hooks())).not.toMatchObject({ outcome: 'approved' })
  await driver?.close()
  expect(await command.end()).toBe(0)
  expect(command.said.at(-1)).toBe('0 charges stand, 0 centimes')
})

test.each([
  [{ protocol: 'naps', tcp: 0, key: 'a:1:b' }, /No naps terminal shares a key with its tills\.$/],
  [{ protocol: 'nexo', tcp: 0, key: 'a:1' }, /identifier:version:passphrase/],
  [{ protocol: 'nexo', tcp: 0, key: 'a:1000:b' }, /the version 0 to 999/],
  [{ protocol: 'nexo', tcp: 0, authority: '/nowhere/x.pem' }, /only where a terminal is reached by --https/],
  [{ protocol: 'zvt', https: 0 }, /No zvt terminal is reached by --https/],
  [
    { protocol: 'caisse-ap', https: 0 },
    /No caisse-ap terminal is reached by --https; there are: --tcp <port>, --pty <path>, --serial <path>\.$/,
  ],
  [
    { protocol: 'zvt', tcp: 0, fault: ['unacknowledged=lost'] },
    /Known: .*unacknowledged=reversed, unacknowledged=kept/,
  ],
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  expect(await runSimTerminal(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
  await expect(stat('/nowhere')).rejects.toThrow()
})
