import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AcquirerHost } from '#drivers/acquirers/acquirer-host.ts'
import { openHost } from '#drivers/acquirers/open-host.ts'
import { shippedDialects } from '#drivers/iso8583/dialects/dialects.ts'
import { sealWith } from '#drivers/iso8583/mac.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { tlsTransport } from '#drivers/transport/tls-client.node.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { startHanout } from '#test/harness/hanout-process.ts'
import { hostIdentity, totalsQuestion } from '#test/harness/host-questions.ts'
import { runSimAcquirer } from './sim-acquirer.ts'
import type { SimAcquirerArgs } from './sim-acquirer-setup.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-sim-acquirer-'))
})
afterEach(() => rm(folder, { recursive: true }))

const portIn = (line: string | undefined): number => Number(/:(\d+)$/.exec(line ?? '')?.[1])
const tcp = (port: number): Transport => tcpTransport({ host: '127.0.0.1', port })

/** One question over a driver of its own. */
async function asked<T>(
  transport: Transport,
  ask: (host: AcquirerHost) => Promise<T>,
  change: Partial<Parameters<typeof openHost>[0]> = {},
): Promise<T> {
  const { iso87 } = shippedDialects
  if (iso87 === undefined) throw new Error('no iso87')
  const clock = () => totalsQuestion().at
  const host = openHost({ dialect: iso87, transport, identity: hostIdentity, seal: null, clock, ...change })
  try {
    return await ask(host)
  } finally {
    await host.close()
  }
}

/** Runs until the test's work is done, then ends it. @returns all that it said */
async function running(
  args: SimAcquirerArgs,
  work: (said: readonly string[], type: (line: string) => void) => Promise<void>,
): Promise<readonly string[]> {
  const said: string[] = []
  const stop = Promise.withResolvers<void>()
  const typed: string[] = []
  let wake = (): void => undefined
  async function* lines(): AsyncIterable<string> {
    for (;;) {
      const line = typed.shift()
      if (line !== undefined) yield line
      else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  }
  const ended = runSimAcquirer(args, (line) => said.push(line), stop.promise, lines())
  const listening = [args.tcp, args.tls].filter((port) => port !== undefined).length
  await expect.poll(() => said.length).toBe(listening)
  await work(said, (line) => {
    typed.push(line)
    wake()
  })
  stop.resolve()
  expect(await ended).toBe(0)
  return said
}

test('settles over TCP with the faults asked for and typed, and tells its books', async () => {
  const journal = join(folder, 'books.jsonl')
  const args = { dialect: 'iso87', tcp: 0, journal, answerMs: 1, fault: ['refuse@91'] }
  const said = await running(args, async (lines, type) => {
    const transport = tcp(portIn(lines[0]))
    expect(await asked(transport, (host) => host.settle(totalsQuestion()))).toMatchObject({
      answer: 'refused',
      code: '91',
    })
    type('disagree')
    await expect.poll(() => lines.at(-1)).toBe('disagree')
    expect(await asked(transport, (host) => host.settle(totalsQuestion({ repeat: true })))).toMatchObject({
      answer: 'disagreed',
    })
    type('explode')
    await expect.poll(() => lines.at(-1)).toMatch(/^There is no fault "explode"\. Known: none, noAnswer/)
    type('books')
    await expect.poll(() => lines.at(-1)).toMatch(/^0 batches agreed/)
  })
  expect(said[0]).toMatch(/^iso87 acquirer on tcp 127\.0\.0\.1:\d+$/)
  expect(said).toContain('ARTISAN00000001/TILL0001 0501 000123 → 95 (disagree)')
  expect(said.at(-1)).toBe('0 batches agreed, 0 centimes; 0 centimes open; 0 violations')
  const entries = (await readFile(journal, 'utf8')).trim().split('\n')
  expect(entries.map((line) => JSON.parse(line).deeds[0].do)).toEqual(['disagree'])
})

test('over TLS lets in only who shows a certificate, where it was told to', async () => {
  const [authority, certificate] = [join(folder, 'authority.pem'), join(folder, 'till.pem')]
  const args = { dialect: 'iso87', tls: 0, authority, clientCertificate: certificate, answerMs: 1 }
  const said = await running(args, async (lines) => {
    const port = portIn(lines[0])
    const [trusted, pem] = [await readFile(authority, 'utf8'), await readFile(certificate, 'utf8')]
    const secured = (own: { certificate: string; key: string } | null): Transport =>
      tlsTransport(tcp(port), { host: '127.0.0.1', authority: trusted, own })
    const settle = (host: AcquirerHost) => host.settle(totalsQuestion())
    expect(await asked(secured(null), settle)).toMatchObject({ answer: 'none' })
    expect(await asked(secured({ certificate: pem, key: pem }), settle)).toMatchObject({ answer: 'agreed' })
    const stranger = tlsTransport(tcp(port), { host: '127.0.0.1', authority: null, own: null })
    expect(await asked(stranger, settle)).toMatchObject({ answer: 'none', sent: false })
  })
  expect(said[0]).toMatch(/^iso87 acquirer on tls 127\.0\.0\.1:\d+$/)
  expect(said.at(-1)).toBe('1 batches agreed, 1177550 centimes; 0 centimes open; 0 violations')
})

test('judges by a terminal’s journal, in a dialect out of a file, with a MAC', async () => {
  const [dialect, macKey, charges] = ['dialect.json', 'mac.key', 'charges.jsonl'].map((name) =>
    join(folder, name),
  )
  if (dialect === undefined || macKey === undefined || charges === undefined) throw new Error('no names')
  const { iso87 } = shippedDialects
  if (iso87 === undefined) throw new Error('no iso87')
  const sealed = { ...iso87, name: 'sealed', mac: { algorithm: 'retail', on: ['05*'] } } as const
  const key = '0123456789ABCDEFFEDCBA9876543210'
  await writeFile(dialect, JSON.stringify(sealed))
  await writeFile(macKey, `${key}\n`)
  await writeFile(charges, '{"event":"approved","trace":"1","reference":"1","amountMinor":500,"at":""}\n')
  const args = { dialect, tcp: 0, macKey, authorised: [`TILL0001=${charges}`], answerMs: 1 }
  const { totals } = totalsQuestion()
  const none = { count: 0, amount: dirham(0) }
  const one = { ...totals, sales: { count: 1, amount: dirham(500) }, saleReversals: none, refunds: none }
  const said = await running(args, async (lines) => {
    const settle = (host: AcquirerHost) => host.settle(totalsQuestion({ totals: one }))
    const seal = sealWith('retail', key)
    const parts = { dialect: sealed, seal }
    expect(await asked(tcp(portIn(lines[0])), settle, parts)).toMatchObject({ answer: 'agreed' })
    const wrong = { ...parts, seal: sealWith('retail', key.replace('0', '2')) }
    expect(await asked(tcp(portIn(lines[0])), settle, wrong)).not.toMatchObject({ answer: 'agreed' })
  })
  expect(said.at(-1)).toBe('1 batches agreed, 500 centimes; 0 centimes open; 1 violations')
})

test('killed after it booked and before it answered, it answers the repeat with what it booked', async () => {
  const journal = join(folder, 'books.jsonl')
  const start = (...more: string[]) =>
    startHanout(['sim', 'acquirer', '--dialect', 'iso87', '--tcp', '0', '--journal', journal, ...more])
  const first = start('--answer-ms', '1', '--fault', 'lateAnswer@900000')
  await expect.poll(() => first.lines.length, { timeout: 20_000 }).toBe(1)
  const { iso87 } = shippedDialects
  if (iso87 === undefined) throw new Error('no iso87')
  const impatient = { dialect: { ...iso87, timings: { ...iso87.timings, settleMs: 1_000 } } }
  const settle = (repeat: boolean) => (host: AcquirerHost) => host.settle(totalsQuestion({ repeat }))
  expect(await asked(tcp(portIn(first.lines[0])), settle(false), impatient)).toMatchObject({
    cause: 'silent',
  })
  await first.stop('SIGKILL')
  const second = start('--answer-ms', '1')
  await expect.poll(() => second.lines.length, { timeout: 20_000 }).toBe(1)
  expect(await asked(tcp(portIn(second.lines[0])), settle(true))).toMatchObject({ answer: 'agreed' })
  await second.stop('SIGTERM')
  expect(second.lines.at(-1)).toBe('1 batches agreed, 1177550 centimes; 0 centimes open; 0 violations')
}, 60_000)

test.each<[SimAcquirerArgs, RegExp]>([
  [{ dialect: 'morse', tcp: 0 }, /No acquirer speaks "morse"; there are: iso87, edc, or a file/],
  [{ dialect: 'iso87' }, /where to listen: --tcp <port>, --tls <port>, or both/],
  [{ dialect: 'iso87', tcp: 0, authority: '/nowhere' }, /only where an acquirer is reached by --tls/],
  [{ dialect: 'iso87', tcp: 0, macKey: '/nowhere' }, /No message of this dialect has a MAC/],
  [{ dialect: 'edc', tcp: 0, fault: ['explode'] }, /no fault "explode"\. Known: .*dropAfterCommit/],
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  expect(await runSimAcquirer(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
})
