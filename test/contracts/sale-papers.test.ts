import { describe, expect, test } from 'vitest'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { salePapers } from '#test/fixtures/paper/sale-papers.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { bytesOf, printAs } from './printed.ts'

/**
 * Papers of a sale and of a shift, in each language, as the simulated printer burns them, against pictures that a
 * person has looked at. To change them: UPDATE_GOLDENS=1, then look at every changed file as a shopkeeper would.
 */
const wide = printerProfiles['epson-tm-t20']

describe.each(Object.entries(salePapers))('%s', (name, document) => {
  test('prints as it was looked at', async () => {
    const { sheets, reports } = await printAs(bytesOf(document, wide), wide)
    expect(reports).toEqual([])
    expect(sheets).toHaveLength(document.blocks.filter((block) => block.type === 'cut').length)
    sheets.forEach((sheet, index) => {
      const path = `test/fixtures/paper/${name}${index === 0 ? '' : `-${index + 1}`}.png`
      expectGolden(Buffer.from(sheet.png, 'base64'), path, { tolerance: 0 })
    })
  })
})
