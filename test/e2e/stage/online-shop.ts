import type { Page } from 'playwright-core'
import { listenShop } from '#drivers/simulators/marketplace/listen-shop.ts'
import {
  WooCommerceSimulator,
  wooKeys,
} from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import { goTo, touch } from './counter-hands.ts'

/** A WooCommerce shop on a port of this machine that can be out of reach, and be back on the same port. */
export interface OnlineShop {
  readonly woo: WooCommerceSimulator
  readonly url: string
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** When the shop's clock begins: as the till's stands. */
const morningMs = Date.UTC(2026, 10, 23, 9, 30)

export async function openOnlineShop(): Promise<OnlineShop> {
  const sinceMs = performance.now()
  const woo = new WooCommerceSimulator({ nowMs: () => morningMs + (performance.now() - sinceMs) })
  let listening: Awaited<ReturnType<typeof listenShop>> | null = await listenShop(woo.door, 0)
  const { url } = listening
  const goAway = async (): Promise<void> => {
    await listening?.close()
    listening = null
  }
  return {
    woo,
    url,
    goAway,
    async comeBack() {
      listening ??= await listenShop(woo.door, Number(new URL(url).port))
    },
    close: goAway,
  }
}

/** The second step of the connection, as somebody fills it in who has the key before them. */
export async function fillKey(
  page: Page,
  { url }: OnlineShop,
  secret: string = wooKeys.consumerSecret,
): Promise<void> {
  const texts = { shop: url, consumerKey: wooKeys.consumerKey, consumerSecret: secret }
  for (const [field, text] of Object.entries(texts)) await page.getByTestId(`market-${field}`).fill(text)
}

/** Connects the till by the three steps, and stays on the page. */
export async function connectShop(page: Page, shop: OnlineShop): Promise<void> {
  await goTo(page, 'marketplace')
  await touch(page, 'market-connect')
  await touch(page, 'choose-woocommerce')
  await touch(page, 'step-next')
  await fillKey(page, shop)
  await touch(page, 'step-next')
  await touch(page, 'market-save')
  await page.getByTestId('connection').waitFor()
}

/** Puts one piece online from the list, and waits until the marketplace has it. */
export async function putOnline(page: Page, sku: string): Promise<void> {
  await touch(page, 'place-pieces')
  await touch(page, 'listing-off')
  await page.getByTestId('piece-search').fill(sku)
  await touch(page, `turn-${sku}`)
  await touch(page, 'listing-online')
  await page.locator(`[data-testid="piece-${sku}"][data-state="online"]`).waitFor({ timeout: 30_000 })
}
