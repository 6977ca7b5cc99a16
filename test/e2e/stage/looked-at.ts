import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Till } from '#electron/till-parts.ts'
import { seriousFindings } from '../../harness/axe.ts'
import { expectGolden } from '../../harness/golden.ts'

/** Letters are drawn by the machine's own rasteriser: a few edge pixels may differ between two machines. */
const screenTolerance = 1_500

/** A key screen: nothing serious for those who cannot see or point, and the picture that was looked at and kept. */
export async function expectLookedAt(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => null)')
  await page.mouse.move(0, 0)
  await page.waitForTimeout(200)
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(await seriousFindings(page), name).toEqual([])
  expectGolden(png, `test/e2e/golden/${name}.png`, { tolerance: screenTolerance })
}

/** The last sheet that came out of the simulated printer, dot for dot. */
export function expectPaper(till: Till, name: string): void {
  const sheet = till.devices.recentPaper().at(-1)
  expect(sheet, name).toMatchObject({ cut: true })
  expectGolden(Buffer.from(sheet?.png ?? '', 'base64'), `test/e2e/golden/${name}.png`, { tolerance: 0 })
}
