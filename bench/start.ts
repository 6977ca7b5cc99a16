import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stretchPin } from '#electron/api/pin.ts'
import { ensureBuilt, screens } from '#electron/cli/built.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { appRoot } from '#electron/platform/paths.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { ringSale } from '#test/harness/demo-sale.ts'
import { startHanout } from '#test/harness/hanout-process.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { openShell, type TillClient } from '#test/harness/shell-client.ts'
import { type Figure, median, p95, type Row, timed } from './figure.ts'

const items = 100_000
const tickets = 200_000
const runs = 10
const barSeconds = 1
const barMegabytes = 200
const cashier = 'p-amina'
const pin = '1234'

const devices: DevicesConfig = {
  terminal: { protocol: 'naps', place: { via: 'simulated' }, name: 'terminal' },
  printer: { protocol: 'escpos', place: { via: 'simulated' }, name: 'printer', profile: 'epson-tm-t20' },
}

/** A shop of years: its till was closed last night in the middle of a shift. */
async function openedShop(folder: string): Promise<void> {
  await ensureBuilt(appRoot, screens, () => {})
  generateLedger(folder, { items, tickets, mostLines: 3 })
  const ledger = openLedger({ folder, clock: systemClock, create: false })
  const hash = await stretchPin(pin)
  for (const { id } of ledger.people()) ledger.setPin(id, hash)
  ledger.close()
  writeFileSync(join(folder, 'devices.json'), JSON.stringify(devices))
}

interface Started {
  readonly addressMs: number
  /** Until the first view of the counter came over the socket. */
  readonly readyMs: number
  readonly readyMegabytes: number
  readonly soldMegabytes: number
}

/** The whole till as a shop runs it, from the start of its process through a sale on paper. */
async function start(folder: string, n: number, env: Record<string, string> = {}): Promise<Started> {
  const from = performance.now()
  const till = startHanout(['serve', '--no-open', '--port', '0', '--data', folder], undefined, env)
  try {
    const address = await till.address()
    const addressMs = performance.now() - from
    const shell = await openShell(address)
    await shell.client.counter.get()
    const readyMs = performance.now() - from
    const pid = till.child.pid ?? 0
    const readyMegabytes = residentMegabytes(pid)
    await sell(shell.client, n)
    const soldMegabytes = residentMegabytes(pid)
    await shell.close()
    return { addressMs, readyMs, readyMegabytes, soldMegabytes }
  } finally {
    await till.stop()
  }
}

async function sell(client: TillClient, n: number): Promise<void> {
  const unlocked = await client.house.unlock({ person: cashier, pin })
  if (!unlocked.ok) throw new Error(`not unlocked: ${unlocked.refusal.code}`)
  await client.catalogue.search({ text: 'tap', category: null, limit: 60, offset: 0 })
  await client.tickets.list({ text: '', before: null, limit: 60 })
  const skus = [0, 1, 2].map((i) => demoItem(5 * n + i).sku)
  await ringSale(client, skus, 'cash')
}

/** What the process holds in memory now, 10⁶ bytes. */
function residentMegabytes(pid: number): number {
  const said =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return (Number(said) * 1024) / 1e6
}

/** What Node itself takes to begin and end, and holds. */
const bareNode = (): { readonly ms: number; readonly megabytes: number } => {
  let said = ''
  const ms = timed(() => {
    said = spawnSync(process.execPath, ['-p', 'process.memoryUsage.rss()'], { encoding: 'utf8' }).stdout
  })
  return { ms, megabytes: Number(said) / 1e6 }
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    await openedShop(folder)
    // As after an installation, when nothing is compiled yet; the one after it leaves its work to the others.
    const first = await start(folder, 0, { NODE_DISABLE_COMPILE_CACHE: '1' })
    await start(folder, 1)
    const starts: Started[] = []
    const bares: ReturnType<typeof bareNode>[] = []
    for (let n = 0; n < runs; n++) {
      bares.push(bareNode())
      starts.push(await start(folder, 2 + n))
    }
    return rowsOf(first, starts, bares)
  })
}

function rowsOf(
  first: Started,
  starts: readonly Started[],
  bares: readonly ReturnType<typeof bareNode>[],
): readonly Row[] {
  const seconds = (of: keyof Started) => starts.map((each) => each[of] / 1000)
  const ready = seconds('readyMs')
  const memory = starts.map((each) => Math.max(each.readyMegabytes, each.soldMegabytes))
  const shop = '100,000 items and 200,000 past tickets'
  const bareMs = median(bares.map(({ ms }) => ms))
  const bareMegabytes = median(bares.map(({ megabytes }) => megabytes))
  const address = median(seconds('addressMs')).toFixed(2)
  return [
    {
      figure: `process start → ready to sell, ${shop}`,
      bar: `≤ ${barSeconds.toFixed(1)} s`,
      median: median(ready),
      p95: p95(ready),
      unit: 's',
      yardstick:
        `${(bareMs / 1000).toFixed(3)} s, a bare Node beginning and ending ` +
        `(address printed at ${address} s; the very first start ${(first.readyMs / 1000).toFixed(2)} s)`,
      ratio: (median(ready) * 1000) / bareMs,
      met: median(ready) <= barSeconds,
    },
    {
      figure: 'memory of the till’s process then, the larger of before and after a sale on paper',
      bar: `≤ ${barMegabytes} MB`,
      median: median(memory),
      p95: p95(memory),
      unit: 'MB',
      yardstick: `${bareMegabytes.toFixed(0)} MB, a bare Node (${median(starts.map((each) => each.readyMegabytes)).toFixed(0)} MB before the sale)`,
      ratio: median(memory) / bareMegabytes,
      met: p95(memory) <= barMegabytes,
    },
  ]
}

export const figure: Figure = { name: 'start', bar: '≤ 1.0 s, ≤ 200 MB', run }
