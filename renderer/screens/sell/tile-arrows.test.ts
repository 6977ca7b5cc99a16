import { expect, test } from 'vitest'
import { nextPlace } from './tile-arrows.ts'

const grid = { columns: 4, count: 10, direction: 'ltr' } as const

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 1, 0],
  ['ArrowDown', 1, 5],
  ['ArrowUp', 5, 1],
  ['Home', 7, 0],
  ['End', 2, 9],
])('%s from tile %i leads to tile %i', (key, from, to) => {
  expect(nextPlace(key, from, grid)).toBe(to)
})

test('no key leads off the tiles, and other keys are left alone', () => {
  expect(nextPlace('ArrowLeft', 0, grid)).toBe(0)
  expect(nextPlace('ArrowDown', 8, grid)).toBe(8)
  expect(nextPlace('Enter', 3, grid)).toBeNull()
  expect(nextPlace('Tab', 3, grid)).toBeNull()
})

test('right to left the next tile is on the left', () => {
  const rtl = { ...grid, direction: 'rtl' } as const
  expect(nextPlace('ArrowLeft', 3, rtl)).toBe(4)
  expect(nextPlace('ArrowRight', 3, rtl)).toBe(2)
})
