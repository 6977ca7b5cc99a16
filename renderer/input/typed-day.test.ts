import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from '../i18n/when.ts'
import { typedDay } from './typed-day.ts'

test('a day is read as it is written here, in Arabic digits, too, or as a computer writes it', () => {
  for (const text of ['27/11/2026', ' 27-11-26 ', '27 11 2026', '27.11.2026', '2026-11-27', '٢٧/١١/٢٠٢٦'])
    expect(typedDay(text), text).toBe('2026-11-27')
  expect(typedDay('3/4/2026')).toBe('2026-04-03')
})

test('what is no day is none', () => {
  for (const text of [
    '',
    '27/11',
    '31/02/2026',
    '27/11/202',
    '27/13/2026',
    'hier',
    '27/11/2026/1',
    '11-2026-27',
  ])
    expect(typedDay(text), text).toBeNull()
})

test('a day that is shown can be typed back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (at) => {
        const day = at.toISOString().slice(0, 10)
        expect(typedDay(dayIn(day))).toBe(day)
      },
    ),
  )
})
