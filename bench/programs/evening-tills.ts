import { once } from 'node:events'
import { connect } from 'node:net'
import type { AcquirerHost } from '#drivers/acquirers/acquirer-host.ts'
import { openHost } from '#drivers/acquirers/open-host.ts'
import { shippedDialects } from '#drivers/iso8583/dialects/dialects.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { pause, realTimers } from '#drivers/transport/timers.ts'
import { waitAfter } from '#electron/forwarders/back-off.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { localDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { memoryInUse } from '#test/harness/memory-in-use.ts'

/** What this process says to each that it is asked; ms, bytes. */
export interface Told {
  readonly rehearsal: {
    /** Tills that settled one after the other, so that code is compiled on both sides. */
    readonly settled: number
    /** Until the last of as many bare connections, on each of which as many bytes are said and said back. */
    readonly bareWallMs: number
  }
  readonly evening: {
    /** Of each till: from when it wants to settle until its batch is agreed to. */
    readonly tookMs: readonly number[]
    /** From the first till's question until the last one's agreement. */
    readonly wallMs: number
    /** Questions put again, for there was no answer the time before. */
    readonly again: number
    /** Of this process, all lines still open, for each till. */
    readonly heldBytes: number
  }
}

/** All lines stay open until the end. */
export type Ask = keyof Told | 'end'

const warmUp = 200

const [count = '100', spreadMs = '0', port = '0', barePort = '0'] = process.argv.slice(2)
const tills = Number(count)
const address = '127.0.0.1'
const dialect = shippedDialects.iso87
if (dialect === undefined) throw new Error('a dialect is shipped')
const { connectMs } = dialect.timings
const never = new AbortController().signal
/** Bytes of a sign-on and of an 0500, about. */
const bareBytes = [110, 250]

const hostOf = (n: number): AcquirerHost =>
  openHost({
    dialect,
    transport: tcpTransport({ host: address, port: Number(port), connectTimeoutMs: connectMs }),
    identity: {
      terminalId: `T${String(n).padStart(7, '0')}`,
      merchantId: 'ARTISAN00000001',
      acquirerId: '450001',
      settlementId: '12345678901',
    },
    seal: null,
    clock: () => systemClock.now(),
  })

/** As the pump asks: the same question, after a wait that grows. @returns how often it was put again */
async function settle(host: AcquirerHost, n: number): Promise<number> {
  const at = systemClock.now()
  const none = { count: 0, amount: dirham(0) }
  const sales = { count: 1 + (n % 40), amount: dirham(10_000 + n) }
  const totals = { sales, saleReversals: none, refunds: none, refundReversals: none }
  const about = { stan: 1, at, batchNumber: 1, businessDay: localDay(at), totals, closing: false }
  for (let tries = 1; ; tries++) {
    const { answer } = await host.settle({ ...about, repeat: tries > 1 })
    if (answer === 'agreed') return tries - 1
    if (answer !== 'none') throw new Error(`the host says ${answer}`)
    await pause(realTimers, waitAfter(tries, Math.random()), never)
  }
}

/** @returns lets it go */
async function bareTill(): Promise<() => Promise<unknown>> {
  const socket = connect(Number(barePort), address)
  socket.setNoDelay(true)
  await once(socket, 'connect')
  for (const bytes of bareBytes) {
    socket.write(new Uint8Array(bytes))
    for (let heard = 0; heard < bytes; ) heard += ((await once(socket, 'data')) as [Buffer])[0].length
  }
  return () => {
    const gone = once(socket, 'close')
    socket.destroy()
    return gone
  }
}

/** All at once, or one after the other over a while. */
const inTime = async <T>(work: (n: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(
    Array.from({ length: tills }, async (_, n) => {
      const waitMs = (n / tills) * Number(spreadMs)
      if (waitMs > 0) await pause(realTimers, waitMs, never)
      return work(n)
    }),
  )

/** Its connections are let go again: the table of open files may have no room for both. */
async function rehearsal(): Promise<Told['rehearsal']> {
  for (let n = 0; n < warmUp; n++) {
    const host = hostOf(tills + n)
    await settle(host, n)
    await host.close()
  }
  const bareFrom = performance.now()
  const bare = await inTime(bareTill)
  const bareWallMs = performance.now() - bareFrom
  await Promise.all(bare.map((letGo) => letGo()))
  return { settled: warmUp, bareWallMs }
}

async function evening(): Promise<Told['evening']> {
  const heldBefore = memoryInUse()
  const hosts = Array.from({ length: tills }, (_, n) => hostOf(n))
  const from = performance.now()
  const tookMs: number[] = []
  const again = await inTime(async (n) => {
    const host = hosts[n]
    if (host === undefined) throw new Error('each till has a host')
    const begun = performance.now()
    const repeats = await settle(host, n)
    tookMs.push(performance.now() - begun)
    return repeats
  })
  const wallMs = performance.now() - from
  const heldBytes = (memoryInUse() - heldBefore) / tills
  stillOpen = hosts
  return { tookMs, wallMs, again: again.reduce((sum, n) => sum + n, 0), heldBytes }
}

/** Until the host was looked at, too. */
let stillOpen: readonly AcquirerHost[] = []

process.on('message', async (ask: Ask) => {
  if (ask === 'rehearsal') return void process.send?.(await rehearsal())
  if (ask === 'evening') return void process.send?.(await evening())
  await Promise.all(stillOpen.map((host) => host.close()))
  process.exit(0)
})
