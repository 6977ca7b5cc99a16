import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import type { AcquirerConfig, AcquirersConfig } from '#shared/contract/acquirers.ts'
import { cardDesk } from '#test/harness/ledger-cards.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { bank, hostWay } from '#test/harness/settlement-stage.ts'
import { runSettle } from './settle.ts'

/** A till's folder with two card sales in no batch, and who settles them. */
function shop(config: AcquirersConfig) {
  const data = testFolder()
  const ledger = testLedger(data)
  const desk = cardDesk(ledger)
  desk.move({ amount: 120_000 })
  desk.move({ amount: 50_000 })
  ledger.close()
  writeFileSync(join(data, 'acquirers.json'), JSON.stringify(config))
  return data
}

async function settled(data: string, terminal: string | null = null): Promise<[number, string]> {
  const lines: string[] = []
  const code = await runSettle({ data, terminal }, (line) => lines.push(line))
  return [code, lines.join('\n').replaceAll('\u00a0', ' ')]
}

/** An acquirer's host on this machine. */
async function host() {
  const simulator = acquirerSimulator({ dialect: 'edc', timings: { answerMs: 1 } })
  const door = await listenTcp({ port: 0 }, (link) => simulator.accept(link))
  onTestFinished(async () => {
    await door.close()
    await simulator.close()
  })
  return { simulator, config: at(door.port) }
}

function at(port: number): AcquirersConfig {
  const way = hostWay('edc')
  if (way.kind !== 'host') throw new Error('no host')
  return bank({ ...way, place: { ...way.place, port } })
}

/** A port that nobody listens on. */
const nowhere = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

test('what collected is settled, and what came of it is said; a second time there is nothing', async () => {
  const { simulator, config } = await host()
  const data = shop(config)
  expect(await settled(data)).toEqual([
    0,
    expect.stringMatching(/^Batch 1 of Banque, \S+: 2 movements, net 1 700,00 DH: agreed: host\.$/),
  ])
  expect(simulator.books().sums.agreed).toEqual({ batches: 1, net: 170_000 })
  expect(await settled(data)).toEqual([0, 'There is nothing to settle.'])
  const ledger = openReadOnly(data)
  expect(ledger.listBatches(null, 9)).toMatchObject([{ state: 'agreed' }])
  ledger.close()
})

test('a host that says no is a matter for a person', async () => {
  const { simulator, config } = await host()
  const data = shop(config)
  simulator.setFault('refuse@03')
  expect(await settled(data)).toEqual([1, expect.stringContaining('disputed: the host said no (03).')])
  // Asked again only when somebody says so.
  expect(await settled(data)).toEqual([1, expect.stringContaining('disputed: the host said no (03).')])
  expect(simulator.books().batches).toEqual([])
})

test('nobody there: it waits and says why; the next time it is asked at once', async () => {
  const port = await nowhere()
  const data = shop(at(port))
  expect(await settled(data)).toEqual([
    3,
    expect.stringContaining('waits to be asked (nobody could be reached).'),
  ])
  const { simulator, config } = await host()
  writeFileSync(join(data, 'acquirers.json'), JSON.stringify(config))
  expect(await settled(data)).toEqual([0, expect.stringContaining('agreed: host.')])
  expect(simulator.books().batches).toHaveLength(1)
})

test('one terminal only; one without an acquirer, or that has taken nothing, is refused in a sentence', async () => {
  const file: AcquirerConfig = {
    id: 'bank',
    name: 'Banque',
    way: { kind: 'file' },
    when: { at: 'hand' },
    terminals: ['t1'],
    statement: null,
  }
  const data = shop({ acquirers: [file] })
  expect(await settled(data, 't9')).toEqual([1, expect.stringContaining('t9: There is nothing to settle.')])
  expect(await settled(data, 't1')).toEqual([0, expect.stringContaining('file written: hand it in.')])
  const [batch] = (() => {
    const ledger = openReadOnly(data)
    const batches = ledger.listBatches(null, 9)
    ledger.close()
    return batches
  })()
  expect(readFileSync(join(data, 'settlements', batch?.exported?.file ?? ''), 'utf8')).toContain(
    ';sale;120000;1200.00;',
  )
  const nobody = shop({ acquirers: [] })
  expect(await settled(nobody)).toEqual([1, expect.stringContaining('No bank is set up')])
})

test('a folder that a till has, or that has no ledger, is refused and left as it is', async () => {
  const data = testFolder()
  testLedger(data)
  await expect(settled(data)).rejects.toThrow(/till/)
  const empty = testFolder()
  await expect(settled(empty)).rejects.toThrow()
  expect(() => openReadOnly(empty)).toThrow()
})
