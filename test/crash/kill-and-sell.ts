import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { ChargeEvent } from '#drivers/simulators/terminal/terminal-simulator.ts'
import type { KillProtocolName } from './kill-protocols.ts'
import type { PrintedReceipt } from './paper-sink.ts'
import { type Seeded, seeded } from './seeded.ts'
import type { Moment, ShopAnswer, ShopAsked, ShopQuestion, ShopSaid } from './shop-process.ts'
import type { Looked, TillOrders, TillSaid } from './till-process.ts'
import type { TerminalWords } from './wire-tap.ts'

export interface CrashPlan {
  readonly folder: string
  readonly protocol: KillProtocolName
  readonly seed: number
  readonly kills: number
  /** At least so many tickets, kills or no kills. */
  readonly tickets: number
}

export interface CrashRecord {
  readonly receipts: readonly PrintedReceipt[]
  readonly terminal: readonly ChargeEvent[]
  readonly words: TerminalWords
  readonly killed: number
  /** How often only a person at the terminal could tell. */
  readonly looked: number
}

/** How long a till may sell before its power goes, ms: from "not even begun" to some dozen sales. */
const sellingMs = 350
/** A last till that sells no more is ended after this, ms; its witnesses are still heard. */
const longestSaleMs = 90_000
/** A moment that never comes is not waited for longer, ms. */
const longestLifeMs = 4_000
/**
 * Most cuts are aimed: so soon, ms, after a charge came to one of these moments. The first millisecond of each is where
 * what is not yet durable is lost; the last is past the next of them.
 */
const aims: readonly { readonly moment: Moment; readonly withinMs: number }[] = [
  { moment: 'requested', withinMs: 2 },
  { moment: 'decided', withinMs: 12 },
  { moment: 'confirming', withinMs: 4 },
  { moment: 'confirming', withinMs: 10 },
]

const here = (file: string): URL => new URL(file, import.meta.url)

/** Lets a till sell on a folder, kills it again and again at seeded instants, and at last lets it finish. */
export async function killAndSell(plan: CrashPlan): Promise<CrashRecord> {
  const chance = seeded(plan.seed)
  const shop = fork(here('./shop-process.ts'))
  const askShop = asker(shop)
  // Witnesses that are gone prove nothing: whatever sells then is ended, and with it the test.
  let shopIsGone = false
  shop.once('exit', () => {
    shopIsGone = true
    till.kill('SIGKILL')
  })
  let till = fork(here('./till-process.ts'))
  let standby: ChildProcess | null = null
  const count = { killed: 0, looked: 0 }
  try {
    const opened = await askShop(
      { asked: 'open', seed: plan.seed, protocol: plan.protocol, folder: plan.folder },
      'open',
    )
    const { terminal: address, paperPort } = opened
    for (;;) {
      const last = count.killed === plan.kills
      const tickets = last ? plan.tickets : Number.MAX_SAFE_INTEGER
      const orders = {
        folder: plan.folder,
        protocol: plan.protocol,
        terminal: address,
        paperPort,
        seed: chance.between(0, 2 ** 31),
        tickets,
      }
      standby = last ? null : fork(here('./till-process.ts'))
      const look = (amountMinor: number) => {
        count.looked += 1
        return askShop({ asked: 'look', amountMinor }, 'looked')
      }
      await sellOnce(till, orders, last ? null : powerCut(chance, shop), look)
      if (shopIsGone) throw new Error('the shop’s process ended by itself')
      if (standby === null) break
      count.killed += 1
      till = standby
    }
    const { terminal, receipts, words } = await askShop({ asked: 'record' }, 'record')
    return { terminal, receipts, words, ...count }
  } finally {
    standby?.kill('SIGKILL')
    till.kill('SIGKILL')
    shop.kill('SIGKILL')
  }
}

/** Calls `kill` once, at a seeded instant after the till began to sell. */
type PowerCut = (kill: () => void) => void

function powerCut(chance: Seeded, shop: ChildProcess): PowerCut {
  if (chance.chance(0.25)) {
    const afterMs = chance.next() * sellingMs
    return (kill) => void setTimeout(kill, afterMs)
  }
  const aim = chance.pick(aims)
  let moments = chance.between(1, 4)
  const afterMs = chance.next() * aim.withinMs
  return (kill) => {
    const count = ({ said }: ShopAnswer): void => {
      if (said.said !== 'moment' || said.moment !== aim.moment) return
      moments -= 1
      if (moments > 0) return
      // A timer of zero still waits for a whole millisecond.
      if (afterMs < 1) end()
      else setTimeout(end, afterMs)
    }
    const end = (): void => {
      clearTimeout(latest)
      shop.off('message', count)
      kill()
    }
    const latest = setTimeout(end, longestLifeMs)
    shop.on('message', count)
  }
}

/**
 * One life of a till: until it has sold what it was told to or, given a `cut`, until SIGKILL. Resolves when the
 * process is gone.
 */
async function sellOnce(
  till: ChildProcess,
  orders: TillOrders,
  cut: PowerCut | null,
  look: (amountMinor: number) => Promise<Looked>,
): Promise<void> {
  const gone = once(till, 'exit')
  let failure: string | null = null
  let stuck: NodeJS.Timeout | null = null
  till.on('message', (said: TillSaid) => {
    if (said.said === 'look') {
      look(said.amountMinor).then(({ outcome }) => till.connected && till.send({ outcome }, () => undefined))
    } else if (said.said === 'selling') {
      const kill = (): void => void till.kill('SIGKILL')
      if (cut !== null) cut(kill)
      else stuck = setTimeout(kill, longestSaleMs)
    } else if (said.said === 'sold' || said.said === 'failed') {
      if (said.said === 'failed') failure = said.error
      till.kill('SIGKILL')
    }
  })
  till.send(orders)
  await gone
  if (stuck !== null) clearTimeout(stuck)
  if (failure !== null) throw new Error(`the till failed: ${failure}`)
}

type AskShop = <T extends ShopSaid['said']>(
  asked: ShopAsked,
  expected: T,
) => Promise<Extract<ShopSaid, { said: T }>>

/** Questions to the shop's process; several may be open, a killed till's among them. */
function asker(shop: ChildProcess): AskShop {
  const waiting = new Map<number, (said: ShopSaid) => void>()
  let asks = 0
  shop.on('message', ({ id, said }: ShopAnswer) => {
    waiting.get(id)?.(said)
    waiting.delete(id)
  })
  return (asked, expected) =>
    new Promise((resolve, reject) => {
      asks += 1
      waiting.set(asks, (said) => {
        if (said.said === expected) resolve(said as Extract<ShopSaid, { said: typeof expected }>)
        else reject(new Error(`the shop answered ${said.said}`))
      })
      shop.send({ id: asks, asked } satisfies ShopQuestion)
    })
}
