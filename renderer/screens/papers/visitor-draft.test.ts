import { expect, test } from 'vitest'
import { visitorSchema } from '#shared/contract/papers-schema.ts'
import { emptyVisitor, tidied, visitorFaults } from './visitor-draft.ts'

const anna = {
  ...emptyVisitor,
  name: ' Anna Weiß ',
  nationality: 'DE',
  residence: 'AT',
  passport: 'c01x 2345',
}

test('a tidied draft without a fault passes the door of the till', () => {
  const visitor = tidied(anna)
  expect(visitorFaults(visitor)).toEqual({})
  expect(visitorSchema.safeParse(visitor).data).toEqual(visitor)
  expect(visitor).toMatchObject({ name: 'Anna Weiß', passport: 'C01X2345' })
})

test.each([
  [{ name: ' ' }, { name: 'needed' }],
  [{ nationality: '' }, { nationality: 'needed' }],
  [{ residence: '' }, { residence: 'needed' }],
  [{ residence: 'MA' }, { residence: 'residenceHere' }],
  [{ passport: '12-4' }, { passport: 'passport' }],
])('%j is told as %j, and would not pass the door', (change, fault) => {
  const visitor = tidied({ ...anna, ...change })
  expect(visitorFaults(visitor)).toEqual(fault)
  expect(visitorSchema.safeParse(visitor).success).toBe(false)
})
