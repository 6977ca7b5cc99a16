import { expect, test } from 'vitest'
import { goldenMessage, messageOf } from '#test/harness/iso8583-messages.ts'
import { describe } from './describe.ts'

test('the golden 0500, for logs', () => {
  expect(describe(goldenMessage)).toBe(
    '0500 11=000123 12=183015 13=1123 15=1123 24=001 37=632718000123 41=TILL0001 42=ARTISAN00000001 49=504 ' +
      '60=006000042 74=0000000003 75=0000000000 76=0000000017 77=0000000001 86=0000000000045000 ' +
      '87=0000000000000000 88=0000000001234550 89=0000000000012000 97=D0000000001177550 99=12345678901',
  )
})

const card = '5167940000003315'

test('nothing of a card is in the words', () => {
  const message = messageOf('0200', {
    52: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    2: card,
    3: '000000',
    4: '000000012345',
    14: '2912',
    34: card,
    35: `${card}=29121010000000000`,
    36: card,
    38: 'AB 12',
    41: 'TILL 01',
    44: `CARD ${card.replace(/(.{4})/g, '$1 ')}REFUSED`,
    45: `B${card}^ALAMI/S^2912`,
    48: card,
    53: '0000000000000001',
    54: '0040504D000000001000',
    55: '9F2608AABBCCDD11223344',
    60: '000042',
    62: `invoice ${card}`,
    63: '000'.repeat(30),
    120: card,
    128: new Uint8Array(8),
  })
  expect(describe(message)).toBe(
    '0200 2=(16 characters) 3=000000 4=000000012345 14=(4 characters) 34=(16 characters) 35=(34 characters) ' +
      '36=(16 characters) 38="AB 12" 41="TILL 01" 44="CARD ******************* REFUSED" 45=(30 characters) ' +
      '48=(16 characters) 52=(8 bytes) 53=(16 characters) 54=(20 characters) 55=(22 characters) 60=000042 ' +
      `62="invoice ****************" 63="${'*'.repeat(90)}" 120=(16 characters) 128=(8 bytes)`,
  )
})

test('twelve digits could be a card number, eleven could not', () => {
  expect(describe(messageOf('0510', { 44: 'NO 123456789012', 62: '12345678901' }))).toBe(
    '0510 44="NO ************" 62=12345678901',
  )
})

test('wherever a card number is put, it is not in the words', () => {
  for (let field = 2; field <= 128; field++) {
    // Where a terminal, a shop or an amount is said, its own number is; no card number has so few or so many digits.
    const text = describe(messageOf('0200', { [field]: card }))
    if (![32, 33, 41, 42, 86, 87, 88, 89, 90, 95, 97, 99].includes(field) && !isShort(field))
      expect(text, `field ${field}`).not.toContain(card)
  }
})

/** Shown fields of fewer than twelve characters, or of twelve: no card number can be in them. */
const isShort = (field: number): boolean =>
  [3, 4, 7, 11, 12, 13, 15, 17, 24, 25, 37, 38, 39, 49, 66, 70, 74, 75, 76, 77].includes(field)
