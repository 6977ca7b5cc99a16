import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Till } from '#electron/till-parts.ts'
import { expectGolden } from '../../harness/golden.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** react-aria's spoken lines stay some seconds after the button that they name has gone. */
const spoken = '[data-live-announcer]'

/** What axe-core calls serious or critical on this screen, each with the element it means. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = (await page.evaluate(
    `(async () => (await axe.run({ exclude: [${JSON.stringify(spoken)}] }, { resultTypes: ["violations"] })).violations)()`,
  )) as Finding[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`))
}

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
