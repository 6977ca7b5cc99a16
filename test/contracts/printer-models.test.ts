import { expect, test } from 'vitest'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { printerModels } from '#renderer/screens/devices/printer-models.data.ts'

test('the models a screen offers are the profiles the drivers know', () => {
  expect(printerModels.map(({ key }) => key).sort()).toEqual(Object.keys(printerProfiles).sort())
})
