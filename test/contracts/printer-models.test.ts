import { expect, test } from 'vitest'
import { labelPrinterProfiles } from '#drivers/printers/labels/label-profiles.data.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { printerModels } from '#renderer/screens/devices/printer-models.data.ts'

test('the models a screen offers are the profiles the drivers know, each in the language it understands', () => {
  const known = [
    ...Object.entries(printerProfiles).map(([key, profile]) => [
      key,
      'language' in profile ? profile.language : 'escpos',
    ]),
    ...Object.keys(labelPrinterProfiles).map((key) => [key, 'zpl']),
  ]
  expect(printerModels.map(({ key, speaks }) => [key, speaks]).sort()).toEqual(known.sort())
})
