import { expect, test } from 'vitest'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { labelRoll } from '#shared/receipt/label-roll.ts'
import { sampleLabel } from '#test/fixtures/labels/labels.ts'
import { readCode } from './label-codes.ts'
import { sheetOf } from './printed.ts'

test.each(['rug', 'slippers', 'teapot'] as const)('%s on a receipt roll reads back', async (name) => {
  for (const [language, profile] of [
    ['fr', printerProfiles['epson-tm-t20']],
    ['ar', printerProfiles['generic-58']],
  ] as const) {
    const label = sampleLabel(name, language, '50x30')
    const sheet = await sheetOf(labelRoll([{ label, count: 1 }], language), profile)
    expect(readCode(sheet)).toBe(label.code.data)
  }
})
