import { expect, test } from 'vitest'
import { sceneOf } from '../../dev/scenes.ts'
import { customerScene } from './customer-scene.ts'

const kindOf = (name: string, putAway: number | null = null): string =>
  customerScene(sceneOf(name), putAway).kind

test('the visitor’s screen follows the counter', () => {
  expect(kindOf('closed')).toBe('welcome')
  expect(kindOf('idle')).toBe('welcome')
  expect(kindOf('ringing')).toBe('lines')
  expect(kindOf('present')).toBe('card')
  expect(kindOf('by-hand')).toBe('card')
  expect(kindOf('unknown')).toBe('checking')
  expect(kindOf('qr')).toBe('qr')
  expect(kindOf('done')).toBe('thanks')
})

test('a test of the terminal is not shown to a visitor', () => {
  expect(kindOf('test')).toBe('welcome')
})

test('money given back is told as such', () => {
  expect(customerScene(sceneOf('refunding'), null)).toMatchObject({ kind: 'card', back: true })
})

test('thanks end after a while, and the next ticket is thanked for again', () => {
  expect(kindOf('done', 42)).toBe('welcome')
  expect(kindOf('done', 41)).toBe('thanks')
})
