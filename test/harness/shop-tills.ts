import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { setUpShop } from '#electron/api/set-up.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { OpenedShop } from '#electron/shop/open-shop.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import { dirham } from '#shared/money/amount.ts'
import { demoSettings } from './made-up-shop.ts'

/** A whole till of a shop that has several, and somebody at it. */
export interface ShopTill {
  readonly till: Till
  readonly shop: OpenedShop
  /** @returns why not; `null`: done */
  send(command: Command): Promise<RefusalCode | null>
  scan(item: CatalogueItem): Promise<RefusalCode | null>
  /** Scanned and paid in cash. @throws Error where it is refused */
  sell(...items: readonly CatalogueItem[]): Promise<TicketNumber>
  giveBack(ticket: TicketNumber): Promise<void>
  /** Its own journal goes up, and what others did comes down. */
  follow(): Promise<void>
  /** Nothing of its own is on its way. */
  told(): Promise<void>
  close(): Promise<void>
  /** Closed and opened again on the same folder. */
  restart(): Promise<ShopTill>
}

/** Waits of a second and more take a twentieth: who waits for a server that is away need not wait for it here. */
const hastyTimers: Timers = {
  ...realTimers,
  after: (delayMs, run) => realTimers.after(delayMs < 1000 ? delayMs : delayMs / 20, run),
}

/** Writes `shop.json` of a server on this machine. */
export function joinShop(folder: string, url: string, port = Number(new URL(url).port)): void {
  const { pathname, username } = new URL(url)
  const server = {
    ...{ host: '127.0.0.1', port, database: pathname.slice(1), user: username },
    ...{ passwordFile: null, authorityFile: null },
  }
  writeFileSync(join(folder, 'shop.json'), JSON.stringify({ shop: 'dar-zarbia', server }))
}

/** @param items what it starts with; none: it takes the catalogue from the shop */
export async function openShopTill(folder: string, items: readonly CatalogueItem[] = []): Promise<ShopTill> {
  const till = await openTill({ folder, log: silentLog, clock: systemClock, timers: hastyTimers })
  const { shop } = till
  if (shop === null) throw new Error(`${folder} has no shop.json`)
  if (till.ledger.settings() === null) await setUpShop(till, { settings: demoSettings, people: [], items })
  const { counter, ledger } = till
  const send = async (command: Command): Promise<RefusalCode | null> => {
    const answer = await counter.send(command, 'amina')
    return answer.ok ? null : answer.refusal.code
  }
  const surely = async (command: Command): Promise<void> => {
    const refused = await send(command)
    if (refused !== null) throw new Error(`${command.type}: ${refused}`)
  }
  if (ledger.openShift() === null) await surely({ type: 'openShift', cashier: 'amina', float: dirham(0) })
  const scan = (item: CatalogueItem) => send({ type: 'scan', code: item.sku, quantity: 1 })
  const told = (): Promise<void> => until(() => ledger.journalCursor.lane('shop').waiting === 0)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await till.close()
    isOpen = false
  }
  onTestFinished(close)
  const own: ShopTill = {
    till,
    shop,
    send,
    scan,
    async sell(...wanted) {
      for (const { sku } of wanted) await surely({ type: 'scan', code: sku, quantity: 1 })
      const number = ledger.nextTicketNumber()
      await surely({ type: 'payCash', given: dirham(1_900_000) })
      return number
    },
    async giveBack(ticket) {
      await surely({ type: 'refund', ticket, line: 1, quantity: 1, tender: 'cash' })
    },
    async follow() {
      do {
        await told()
        shop.look()
        await shop.settled()
      } while (ledger.journalCursor.lane('shop').waiting > 0)
    },
    told,
    close,
    async restart() {
      await close()
      return openShopTill(folder)
    },
  }
  return own
}

/** Asks again and again, for twenty seconds at least. @throws Error */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`it never came to be: ${isSo}`)
}
