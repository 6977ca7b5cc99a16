import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import { openForwards } from '#electron/forwarders/open-forwards.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { silentLog } from '#electron/platform/log.ts'
import { openSettlements } from '#electron/settlements/open-settlements.ts'
import { bank, hostWay } from '#test/harness/settlement-stage.ts'
import { timed } from '../figure.ts'
import { tapped } from '../tapped.ts'

/** One settlement of all that a ledger's terminal `t1` has collected, and its yardsticks in the same minute; ms. */
export interface Told {
  readonly batches: number
  readonly net: number
  /** Membership, totals and numbers of all batches on the disk. */
  readonly freezeMs: number
  /** As many durable transactions that change as many rows of a bare table. */
  readonly bareFreezeMs: number
  /** From then until the last batch has ended. */
  readonly settleMs: number
  /** Processor time of that. */
  readonly workedMs: number
  /** From one question's bytes to the next one's: answered, and the answer on the disk. */
  readonly questionsMs: readonly number[]
  /** A bare durable insert of as many bytes, now and then between two questions, which it is no part of. */
  readonly bareInsertsMs: readonly number[]
  /** The same bytes said and said back over a bare socket. */
  readonly bareExchangesMs: readonly number[]
  /** The most this process held meanwhile, beyond what it held before. */
  readonly grownBytes: number
}

const [folder = '.', dialect = 'iso87', port = '0', barePort = '0'] = process.argv.slice(2)
const address = '127.0.0.1'
const barest = 500
/** Questions from one bare insert to the next: both meet the same disk. */
const bareEvery = 10

const bare = new Database(join(folder, 'bare.db'))
bare.pragma('journal_mode = WAL')
bare.pragma('synchronous = FULL')
bare.exec('CREATE TABLE bare (seq INTEGER PRIMARY KEY, bytes BLOB) STRICT')
const insert = bare.prepare('INSERT INTO bare (bytes) VALUES (?)')

const ledger = openLedger({ folder, clock: systemClock, create: false })
const movements = ledger.collected().reduce((sum, { count }) => sum + count, 0)
const net = ledger.collected().reduce((sum, row) => sum + row.net, 0)
/** Of each question: its bytes are about to leave, and the one before has ended. */
const begins: number[] = []
const ends: number[] = []
const bareInserts: number[] = []
let question: Uint8Array = new Uint8Array()
const noTerminal = (): never => {
  throw new Error('nobody settles by a terminal here')
}
const forwards = openForwards({
  ledger,
  clock: systemClock,
  timers: realTimers,
  chance: Math.random,
  log: silentLog,
})
const settlements = openSettlements({
  folder,
  config: bank(hostWay(dialect)),
  ledger,
  clock: systemClock,
  ids: randomIds,
  log: silentLog,
  timers: realTimers,
  forwards,
  terminals: { readTotals: noTerminal, settleTerminal: noTerminal, nameOf: () => null },
  key: () => null,
  watchCounter: () => () => undefined,
  transportTo: (_place, connectTimeoutMs) =>
    tapped(tcpTransport({ host: address, port: Number(port), connectTimeoutMs }), {
      onIn: () => undefined,
      onOut(bytes) {
        question = bytes
        ends.push(performance.now())
        if (ends.length % bareEvery === 0) bareInserts.push(timed(() => insert.run(bytes)))
        begins.push(performance.now())
      },
    }),
})
settlements.start()

const heldBefore = process.memoryUsage().rss
const from = performance.now()
const made = settlements.settle('t1', 'amina')
const frozen = performance.now()
const worked = process.cpuUsage()
await settlements.settled()
const ended = performance.now()
const { user, system } = process.cpuUsage(worked)
// Kilobytes, of all its life: the rest of it is smaller than what it held when it began.
const grownBytes = process.resourceUsage().maxRSS * 1024 - heldBefore
await forwards.pump.close()
await settlements.close()
if (!made.ok || ledger.openBatches().length > 0) throw new Error('not all of it has ended')
const batches = made.value.length
const states = ledger.listBatches(null, batches).map(({ state }) => state)
if (states.some((state) => state !== 'agreed')) throw new Error(`not all of it is agreed: ${states}`)
ledger.close()

/** As many rows changed, in as many transactions. */
function bareFreeze(): number {
  bare.exec('CREATE TABLE frozen (seq INTEGER PRIMARY KEY, batch INTEGER) STRICT')
  const fill = bare.prepare('INSERT INTO frozen (seq) VALUES (?)')
  bare.transaction(() => {
    for (let n = 0; n < movements; n++) fill.run(n)
  })()
  const change = bare.prepare('UPDATE frozen SET batch = ? WHERE seq >= ? AND seq < ? AND batch IS NULL')
  const each = Math.ceil(movements / batches)
  const begun = performance.now()
  for (let n = 0; n < batches; n++) change.run(n, n * each, (n + 1) * each)
  return performance.now() - begun
}

async function bareExchanges(): Promise<readonly number[]> {
  const socket = connect(Number(barePort), address)
  socket.setNoDelay(true)
  await once(socket, 'connect')
  const times: number[] = []
  for (let n = 0; n < barest; n++) {
    const begun = performance.now()
    socket.write(question)
    for (let heard = 0; heard < question.length; )
      heard += ((await once(socket, 'data')) as [Buffer])[0].length
    times.push(performance.now() - begun)
  }
  socket.destroy()
  return times.slice(barest / 5)
}

const told: Told = {
  batches,
  net,
  freezeMs: frozen - from,
  bareFreezeMs: bareFreeze(),
  settleMs: ended - frozen - bareInserts.reduce((sum, ms) => sum + ms, 0),
  workedMs: (user + system) / 1_000,
  questionsMs: ends.slice(2).map((at, n) => at - (begins[n + 1] ?? at)),
  bareInsertsMs: bareInserts,
  bareExchangesMs: await bareExchanges(),
  grownBytes,
}
bare.close()
process.send?.(told, () => process.exit(0))
