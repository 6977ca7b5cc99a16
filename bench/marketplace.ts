import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { Web, WebRequest } from '#drivers/marketplaces/web.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import { setUpShop } from '#electron/api/set-up.ts'
import { silentLog } from '#electron/platform/log.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import { dirham } from '#shared/money/amount.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import { demoItem, demoSettings } from '#test/harness/made-up-shop.ts'
import { startVendure, type VendurePeer } from '#test/peers/start-vendure.ts'
import { installPeer } from '../scripts/install-peer.ts'
import { type Figure, median, p95, type Row } from './figure.ts'

const listed = 200
const samples = 100
const warmUp = 10
const changes = 10_000
const linesOfATicket = 10
const barTicketMs = 500
const barDrainSeconds = 10

/** Counted items, more of each than a day sells. */
const items: readonly CatalogueItem[] = Array.from({ length: listed }, (_, n) => ({
  ...demoItem(n * 5),
  stock: 100_000,
}))

/** A line to the shop that can be cut, and hears what passes. */
class Line {
  cut = false
  /** Of requests that wrote counts. */
  writes = 0
  #heard: (() => void) | null = null

  readonly web: Web = async (request) => {
    if (this.cut) return { end: 'noAnswer', cause: 'noNetwork', sent: false, text: 'cut' }
    const outcome = await fetchWeb(realTimers)(request)
    if (writesCounts(request) && outcome.end === 'answered') {
      this.writes += 1
      this.#heard?.()
    }
    return outcome
  }

  /** The shop has answered the next change of a count. */
  nextWrite(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve
    })
  }
}

const writesCounts = ({ body }: WebRequest): boolean =>
  body instanceof Uint8Array && new TextDecoder().decode(body).includes('stockOnHand')

/** A whole till whose pieces are all online. */
async function openShop(folder: string, peer: VendurePeer, line: Line): Promise<Till> {
  const till = await openTill({ folder, log: silentLog, web: line.web })
  await setUpShop(till, { settings: demoSettings, people: [], items })
  await surely(till, { type: 'openShift', cashier: 'amina', float: dirham(0) })
  const { plugin, timeoutMs, ...shop } = peer.settings
  const configured = await till.marketplace.configure(
    {
      shop: { ...shop, platform: 'vendure', pickUpMethods: [...shop.pickUpMethods], plugin, timeoutMs },
      askSeconds: 3_600,
      webhooks: null,
    },
    'bench',
  )
  if (!configured.ok) throw new Error(configured.refusal.code)
  till.marketplace.chooseAll('bench')
  await until(() => till.marketplace.view().listings.online === listed)
  return till
}

async function surely({ counter }: Till, command: Command): Promise<void> {
  const answer = await counter.send(command, 'amina')
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`)
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** From the ticket, which is durable, to the shop's word that it counts one less. */
async function ticketToStock(till: Till, market: Marketplace, line: Line): Promise<Row> {
  const times: number[] = []
  const bare: number[] = []
  const [item] = items as [CatalogueItem]
  const ref = till.ledger.findListing(item.sku)?.ref
  if (!ref) throw new Error('it is not online')
  for (let n = -warmUp; n < samples; n += 1) {
    await surely(till, { type: 'scan', code: item.sku, quantity: 1 })
    const written = line.nextWrite()
    await surely(till, { type: 'payCash', given: dirham(1_900_000) })
    const paid = performance.now()
    await written
    if (n >= 0) times.push(performance.now() - paid)
    await until(() => till.ledger.lanes().length === 0)
    const from = performance.now()
    const at = { utcMs: 0, offsetMinutes: 0 }
    await market.setStock(ref, 100_000 - n - warmUp, null, { key: `bare-${n}`, at })
    if (n >= 0) bare.push(performance.now() - from)
  }
  return {
    figure: 'from a ticket to its stock changed on a real Vendure (SQLite)',
    bar: figure.bar,
    median: median(times),
    p95: p95(times),
    unit: 'ms',
    yardstick: `${median(bare).toFixed(1)} ms, the change of one count alone`,
    ratio: median(times) / median(bare),
    met: p95(times) <= barTicketMs,
  }
}

/** A day without a network, then all of it told. */
async function dayDrained(till: Till, line: Line): Promise<Row> {
  const { ledger } = till
  const shift = ledger.openShift()
  if (shift === null) throw new Error('no shift is open')
  line.cut = true
  for (let n = 0; n < changes / linesOfATicket; n += 1) {
    const sold = Array.from(
      { length: linesOfATicket },
      (_, k) => items[(n * linesOfATicket + k) % listed] as CatalogueItem,
    )
    const number = ledger.nextTicketNumber()
    const { shiftId, businessDay } = shift
    const sale = saleFacts({
      n,
      number,
      shiftId,
      businessDay,
      items: sold,
      tender: 'cash',
      terminalSequence: 1,
    })
    const facts = sale.steps.flatMap((step) => step.facts)
    const forwards = sale.steps.flatMap((step) => step.forwards)
    ledger.append(facts, 'amina', ledger.head()?.at ?? { utcMs: 0, offsetMinutes: 60 }, forwards)
  }
  const waiting = ledger.outbox.lane('marketplace').waiting
  line.cut = false
  line.writes = 0
  const from = performance.now()
  till.marketplace.tryAgain('bench')
  await until(() => ledger.outbox.lane('marketplace').waiting === 0)
  const seconds = (performance.now() - from) / 1_000
  return {
    figure: `${waiting.toLocaleString('en')} stock changes of ${listed} items after a day offline, told to a real Vendure in ${line.writes} calls`,
    bar: `≤ ${barDrainSeconds} s`,
    median: seconds,
    p95: null,
    unit: 's',
    met: seconds <= barDrainSeconds && waiting >= changes,
  }
}

async function run(): Promise<readonly Row[]> {
  installPeer('vendure')
  const peer = await startVendure()
  try {
    return await withFolder(async (folder) => {
      const line = new Line()
      const till = await openShop(folder, peer, line)
      const rows = [await ticketToStock(till, peer.open(), line), await dayDrained(till, line)]
      await till.close()
      return rows
    })
  } finally {
    await peer.stop()
  }
}

export const figure: Figure = { name: 'marketplace', bar: `p95 ≤ ${barTicketMs} ms`, run }
