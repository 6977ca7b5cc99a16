import { closingCircumstances } from '#electron/checkout/closing-circumstances.ts'
import { restartFacts } from '#electron/checkout/restart-facts.ts'
import { takeTurn } from '#electron/checkout/turn.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { openShopKey, type ShopKey } from '#electron/platform/shop-key.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import { closingKinds } from '#shared/closing/closing-kinds.ts'
import { dirham } from '#shared/money/amount.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, type Row, timed } from './figure.ts'

/** Of the whole history. Fewer for a quick look: `HANOUT_BENCH_TICKETS=60000 npm run bench -- closing`. */
const tickets = Number(process.env.HANOUT_BENCH_TICKETS ?? 1_000_000)
const runs = 5

const closeShift = { type: 'closeShift', counted: dirham(0) } as const

/** The evening of a history's last day, whose shift is open. */
function evening(ledger: Ledger): Clock {
  const at = ledger.head()?.at
  if (at === undefined) throw new Error('the bench ledger has a head')
  return { now: () => ({ ...at, utcMs: at.utcMs + 60_000 }) }
}

/** Only reads and parses what a closing of the open shift is made of. */
function bareRead(ledger: Ledger): void {
  const open = ledger.openShift()
  const day = open?.businessDay ?? ''
  const shift = ledger.shiftsOn({ from: day, to: day }).find(({ closed }) => closed === null)
  const head = ledger.head()?.seq
  if (shift === undefined || head === undefined) throw new Error('the bench shop is open')
  let read = 0
  for (const _ of ledger.entriesBetween(shift.opened, head, closingKinds)) read += 1
  if (read === 0) throw new Error('a day has entries')
}

/** The whole turn: worked out, signed, and durable with the end of its shift. */
function closed(ledger: Ledger, clock: Clock, key: ShopKey): void {
  const world = { ledger, terminal: { current: () => null }, clock, ids: randomIds, key: () => key }
  const input = { type: 'command', command: closeShift } as const
  const turn = takeTurn(world, rebuild(restartFacts(ledger)), input, 'amina')
  if (!turn.ok) throw new Error(`the shift does not close: ${turn.refusal.code}`)
}

async function dayOf(ticketsPerDay: number, mostMs: number): Promise<Row> {
  return withFolder((folder) => {
    const days = Math.max(1, Math.floor(tickets / ticketsPerDay))
    generateLedger(folder, { items: 2000, ticketsPerDay, tickets: days * ticketsPerDay, mostLines: 2 })
    const key = openShopKey(folder)
    const ledger = openLedger({
      folder,
      clock: { now: () => ({ utcMs: 0, offsetMinutes: 60 }) },
      create: false,
    })
    try {
      const clock = evening(ledger)
      ledger.append([{ kind: 'shopKeyMade', publicKey: key.publicKey }], 'till', clock.now())
      const prepared: number[] = []
      const bares: number[] = []
      for (let run = 0; run < runs; run++) {
        bares.push(timed(() => bareRead(ledger)))
        const by = { at: clock.now(), by: 'amina' }
        prepared.push(timed(() => closingCircumstances({ ledger, key: () => key }, closeShift, by)))
      }
      const whole = timed(() => closed(ledger, clock, key))
      const made = ledger.listClosings('shift', null, 1)[0]?.closing.figures
      if (made === undefined || made.sales.count + made.refunds.count !== ticketsPerDay)
        throw new Error('the bench shift is closed with all its tickets')
      return {
        figure: `Z of ${ticketsPerDay.toLocaleString('en')} tickets in a ledger of ${(days * ticketsPerDay).toLocaleString('en')}`,
        bar: `≤ ${mostMs / 1000} s`,
        median: median([...prepared, whole]),
        p95: Math.max(...prepared, whole),
        unit: 'ms',
        yardstick: `${median(bares).toFixed(0)} ms, only reading its entries; the turn that closed took ${whole.toFixed(0)} ms`,
        ratio: median(prepared) / median(bares),
        met: whole <= mostMs && median(prepared) <= mostMs,
      }
    } finally {
      ledger.close()
    }
  })
}

export const figure: Figure = {
  name: 'closing',
  bar: '5,000 tickets ≤ 0.3 s, 27,000 ≤ 1.0 s',
  run: async () => [await dayOf(5_000, 300), await dayOf(27_000, 1_000)],
}
