import { describe, expect, test } from 'vitest'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { salePapers } from '#test/fixtures/paper/sale-papers.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { bytesOf, printAs } from './printed.ts'

/**
 * Papers of a sale and of a shift, in each language, as the simulated printer burns them, against pictures that a
 * person has looked at. To change them: UPDATE_GOLDENS=1, then look at every changed file as a shopkeeper would.
 */
async function expectSheets(document: PaperDocument, profile: PrinterProfile, path: string): Promise<void> {
  const { sheets, reports } = await printAs(bytesOf(document, profile), profile)
  expect(reports).toEqual([])
  expect(sheets).toHaveLength(document.blocks.filter((block) => block.type === 'cut').length)
  sheets.forEach((sheet, index) => {
    const png = Buffer.from(sheet.png, 'base64')
    expectGolden(png, `${path}${index === 0 ? '' : `-${index + 1}`}.png`, { tolerance: 0 })
  })
}

describe.each(Object.entries(salePapers))('%s', (name, document) => {
  test('prints as it was looked at', () =>
    expectSheets(document, printerProfiles['epson-tm-t20'], `test/fixtures/paper/${name}`))
})

test.each([
  'shift/z-fr',
  'shift/x-fr',
  'shift/z-ar',
  'shift/evening-ar',
  'shift/evening-fr',
  'gift/zh',
  'refund/zgh',
  'odd/names-ar',
])('%s prints on 58 mm paper as it was looked at', async (name) => {
  const document = salePapers[name]
  if (document === undefined) throw new Error(`no paper ${name}`)
  await expectSheets(
    document,
    printerProfiles['generic-58'],
    `test/fixtures/paper/narrow/${name.replace('/', '-')}`,
  )
})
