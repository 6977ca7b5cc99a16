import type { Page } from 'playwright-core'
import type { ScreenLanguage } from '#shared/kernel/language.ts'

/** What a cashier's hands do at the counter, in the order a day needs it. */
export const touch = (page: Page, id: string): Promise<void> => page.getByTestId(id).first().click()

export async function speak(page: Page, language: ScreenLanguage): Promise<void> {
  await touch(page, `lang-${language}`)
  await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language)
}

export async function tryDemoShop(page: Page): Promise<void> {
  await touch(page, 'first-run-demo')
  await page.getByTestId('unlock').waitFor()
}

export async function unlockAs(page: Page, person: string, pin = '1234'): Promise<void> {
  await touch(page, `unlock-person-${person}`)
  for (const digit of pin) await touch(page, `pin-${digit}`)
  await touch(page, 'unlock-open')
  await page.getByTestId('unlock').waitFor({ state: 'detached' })
}

/** Types an amount on the till's own keypad, e.g. `500`. */
export async function keyIn(page: Page, amount: string): Promise<void> {
  for (const key of amount) await touch(page, `key-${key}`)
}

export async function openShift(page: Page, float = '500'): Promise<void> {
  await keyIn(page, float)
  await touch(page, 'open-shift')
  await phase(page, 'idle')
}

export async function phase(page: Page, name: string, timeoutMs = 15_000): Promise<void> {
  await page.locator(`[data-testid="phase"][data-phase="${name}"]`).waitFor({ timeout: timeoutMs })
}

/** Shakes on another price for a line, for the reason that is offered first. */
export async function agree(page: Page, number: number, price: string): Promise<void> {
  await openLine(page, number)
  await touch(page, `line-${number}-price`)
  const dialog = page.getByTestId('price-dialog')
  for (const key of price) await dialog.getByTestId(`key-${key}`).click()
  await touch(page, 'agree-price')
  await dialog.waitFor({ state: 'detached' })
}

/** Opens a line on what can be done with it, unless it stands open. */
export async function openLine(page: Page, number: number): Promise<void> {
  const open = await page.getByTestId(`line-${number}`).getAttribute('data-open')
  if (open !== 'true') await touch(page, `line-${number}-open`)
}

/** What the visitor will read on the receipt. */
export async function receiptIn(page: Page, language: ScreenLanguage): Promise<void> {
  await touch(page, 'receipt-language')
  await touch(page, `receipt-${language}`)
  await page.getByTestId(`receipt-${language}`).waitFor({ state: 'detached' })
}

export async function line(page: Page, number: number): Promise<void> {
  await page.getByTestId(`line-${number}`).waitFor()
}

/** Another page of the till, by its menu. */
export async function goTo(
  page: Page,
  where: 'tickets' | 'shift' | 'papers' | 'settlements' | 'marketplace' | 'devices' | 'books',
): Promise<void> {
  await touch(page, 'menu')
  await touch(page, `menu-${where}`)
  await page.getByTestId('to-sell').waitFor()
}

/** Counts the drawer as one sum and closes the shift. @param counted e.g. `500` */
export async function closeShift(page: Page, counted = '500'): Promise<void> {
  await goTo(page, 'shift')
  await touch(page, 'close-shift')
  await touch(page, 'count-sum')
  await keyIn(page, counted)
  await touch(page, 'close-confirm')
  await page.getByTestId('shift-closed').waitFor()
}
