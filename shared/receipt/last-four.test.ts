import { expect, test } from 'vitest'
import { lastFourOnly } from './last-four.ts'

test.each([
  ['516794******3315', '************3315'],
  ['CARTE 5167 94** **** 3315 EXP', 'CARTE **** **** **** 3315 EXP'],
  ['PAN:4970XXXXXXXX1234', 'PAN:****XXXXXXXX1234'],
  ['************3315', '************3315'],
])('%s keeps its end', (line, kept) => {
  expect(lastFourOnly(line)).toBe(kept)
  expect(lastFourOnly(kept)).toBe(kept)
})

test.each([
  'MONTANT 1 234,50 MAD',
  '23/11/2026 14:05',
  '2 x 180,00',
  '3 * 60',
  'N° 000417',
  '*** MERCI ***',
  '',
])('%j has no card number and stays', (line) => {
  expect(lastFourOnly(line)).toBe(line)
})
