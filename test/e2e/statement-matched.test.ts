import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { formatAmount } from '#shared/money/format.ts'
import { openBrowser } from '../harness/browser.ts'
import { batchIn, sellByCard, setUpFileBank } from './stage/bank.ts'
import { goTo, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { ticketOf } from './stage/ticket-of.ts'
import type { TillPage } from './stage/till-page.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap, bowl] = demoShop.items.filter((item) => !item.unique)
const head = 'Date transaction;Date valeur;Montant brut;Commission;N° autorisation;Carte'

/** A line as the bank writes it: in windows-1252, centimes behind a comma. */
function lineFor(
  till: TillPage['till'],
  ticket: number,
  authorisation: string | null,
  amount: string,
): string {
  const [tender] = ticketOf(till, ticket).tenders
  const approval = tender?.kind === 'card' ? tender.approval : null
  const card = approval?.maskedPan ?? ''
  return [
    '23/11/2026',
    '25/11/2026',
    amount,
    '1,50',
    authorisation ?? approval?.authorisation ?? '',
    card,
  ].join(';')
}

/** Bytes in windows-1252: of what stands here, the same as latin 1. */
const csv = (lines: readonly string[]): Buffer =>
  Buffer.from(['Relevé commerçant', head, ...lines].join('\r\n').replaceAll('\u00a0', ' '), 'latin1')

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), touch(page, 'statement-file')])
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByTestId('file-preview').waitFor()
}

test('a statement is imported, its odd line explained and matched by hand, and the settlement closes', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Hassan' })
  try {
    await setUpFileBank(page)
    await touch(page, 'to-sell')
    await sellByCard(page, soap?.barcodes[0] ?? '')
    await sellByCard(page, bowl?.barcodes[0] ?? '')
    await goTo(page, 'settlements')
    await touch(page, 'settle-now')
    await touch(page, 'confirm-settle')
    await batchIn(page, 1, 'exported')

    // The second line has the right card and number, and another amount.
    const file = csv([lineFor(till, 1, null, formatAmount(soap?.price ?? 0)), lineFor(till, 2, null, '1,00')])
    await touch(page, 'place-statements')
    await touch(page, 'import-statement')
    await chooseFile(page, 'releve-23.csv', file)
    await expectLookedAt(page, 'statement-columns-fr')
    await touch(page, 'import-save')
    await page.locator('[data-testid="statement"][data-unmatched="1"]').waitFor()
    await page.locator('[data-testid="line-2"][data-reason="amountDiffers"]').waitFor()
    await speak(page, 'ar')
    await expectLookedAt(page, 'statement-unmatched-ar')

    await touch(page, 'choose-movement-2')
    await page.getByTestId('movement-search').fill(formatAmount(bowl?.price ?? 0))
    await touch(page, 'offer-2')
    await expectLookedAt(page, 'statement-choose-ar')
    await touch(page, 'match-save')
    await page.locator('[data-testid="statement"][data-unmatched="0"]').waitFor()

    // Every payment of it is on a statement now.
    await touch(page, 'place-settlements')
    await batchIn(page, 1, 'agreed')
    await touch(page, 'batch-1')
    await page.getByTestId('batch-lines').waitFor()
    await speak(page, 'en')
    expect(await page.getByTestId('movement-1').innerText()).toContain('Paid: line 1')

    // The next file of this bank is read as this one was; the same one is known.
    await touch(page, 'place-statements')
    await touch(page, 'import-statement')
    await chooseFile(page, 'releve-again.csv', file)
    expect(await page.getByTestId('column-amount').innerText()).toContain('Montant brut')
    await touch(page, 'import-save')
    await page.locator('[data-refusal="statementKnown"]').waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 120_000)
