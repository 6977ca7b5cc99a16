import { expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { shopIdentitySchema } from '#shared/contract/command-schema.ts'
import { emptyDraft, faultsOf, iceLooksWrong, shopOf } from './shop-draft.ts'

const good = {
  ...emptyDraft,
  name: 'Dar Essalam',
  city: 'Fès',
  owner: 'Hassan',
  pin: '4821',
  again: '4821',
}

test('an empty form names what is needed', () => {
  expect(faultsOf(emptyDraft)).toEqual({
    name: 'firstRun.missing',
    city: 'firstRun.missing',
    owner: 'firstRun.missing',
    pin: 'firstRun.pin.wrong',
  })
})

test('a form without faults is a shop the till takes', () => {
  expect(faultsOf(good)).toEqual({})
  expect(shopIdentitySchema.safeParse(shopOf(good)).error).toBeUndefined()
})

test('a shop named only in Arabic is named', () => {
  const draft = { ...good, name: ' ', nameAr: 'دار السلام' }
  expect(faultsOf(draft)).toEqual({})
  expect(shopOf(draft)).toMatchObject({ name: 'دار السلام', nameAr: 'دار السلام' })
})

test('PINs and ICE', () => {
  expect(faultsOf({ ...good, again: '4822' })).toEqual({ again: 'firstRun.pin.differs' })
  expect(faultsOf({ ...good, pin: '123', again: '123' })).toEqual({ pin: 'firstRun.pin.wrong' })
  expect(faultsOf({ ...good, ice: '00123' })).toEqual({ ice: 'firstRun.ice.wrong' })
  expect(faultsOf({ ...good, ice: demoShop.settings.shop.ice })).toEqual({})
  expect(iceLooksWrong(demoShop.settings.shop.ice)).toBe(false)
  expect(iceLooksWrong('001234567000063')).toBe(true)
  expect(iceLooksWrong('')).toBe(false)
})
