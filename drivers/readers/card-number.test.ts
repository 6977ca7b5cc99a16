import { expect, test } from 'vitest'
import { bearsCardNumber, looksClear, maskedNumberOf, maskNumber, serialText } from './card-number.ts'
import { houseRead } from './house-card.ts'

test.each([
  ['5167940000003315', '516794******3315'],
  ['4266********9999', '4266********9999'],
  ['50199900118', '***********'],
  ['', ''],
])('%s is shown as %s', (shown, masked) => expect(maskNumber(shown)).toBe(masked))

test.each([
  ['%B4761739001010010^ALAMI/SALMA^2812201?', '476173******0010'],
  ['%*4266********9999^BUSH JR/GEORGE W.MR^****?*', '4266********9999'],
  [';5452000000007189=0804000?', '545200******7189'],
  ['%ATELIER-0042?', ''],
  [';7700012345?', ''],
])('the number on %s is %s', (track, masked) => expect(maskedNumberOf(track)).toBe(masked))

test.each([
  ['4761739001010010', true],
  ['4761 7390 0101 0010', true],
  ['x4761-7390-0101-0010y', true],
  ['00047617390010100100', true],
  ['4761739001010011', false],
  ['36070500001376', true],
  ['7700012345', false],
  // An EAN-13 of Morocco that passes the check digit of cards by chance is no card.
  ['6111242100993', false],
])('%s gives a number away: %s', (text, bears) => expect(bearsCardNumber(text)).toBe(bears))

test('text that calls itself ciphertext is seen, padded or not', () => {
  expect(looksClear(Buffer.from(';4761739001010010=2812?\0\0'))).toBe(true)
  expect(looksClear(Buffer.from('834CEC4ECF637DC0C890DAD773E1EC20', 'hex'))).toBe(false)
})

test('a serial number is no place to hide a card number in', () => {
  expect(serialText(Buffer.from('B4E5F6A123\0\0\0\0\0\0'))).toBe('B4E5F6A123')
  expect(serialText(Buffer.from('4761739001010010'))).toBe('')
  expect(serialText(Buffer.from([0xff, 0x41]))).toBe('')
})

test('a house card’s code is what stands between the sentinels, the second track first', () => {
  expect(houseRead(['%ATELIER-0042?5', ';7700012345?1', ''], 'swipe')).toEqual({
    kind: 'houseCard',
    entry: 'swipe',
    code: '7700012345',
  })
  expect(houseRead(['%ATELIER-0042?', '', ''], 'swipe')).toMatchObject({ code: 'ATELIER-0042' })
  expect(houseRead(['', '', ''], 'swipe')).toEqual({ kind: 'unreadable', reason: 'blank' })
  expect(houseRead(['%OURS?', ';4761739001010010=2812?', ''], 'swipe')).toEqual({
    kind: 'unreadable',
    reason: 'notEncrypted',
  })
  expect(houseRead(['%?', '', ''], 'swipe')).toEqual({ kind: 'unreadable', reason: 'malformed' })
})
