import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import {
  countOf,
  faceAfter,
  noPieces,
  pressedPieces,
  steppedPieces,
  sumOf,
  typedPieces,
} from './piece-entries.ts'

const [note, coin] = [dirham(20_000), dirham(50)]

test('pieces are typed, keyed and stepped; what is no number of pieces changes nothing', () => {
  let entries = typedPieces(noPieces, note, '٣')
  entries = pressedPieces(entries, note, '7')
  expect(entries.get(note)).toBe('37')
  for (const text of ['3,5', '-1', 'x', '100000']) expect(typedPieces(entries, note, text)).toBe(entries)
  entries = pressedPieces(entries, note, 'delete')
  entries = steppedPieces(steppedPieces(entries, note, -1), coin, 1)
  expect(countOf(entries)).toEqual([
    { face: note, pieces: 2 },
    { face: coin, pieces: 1 },
  ])
  expect(sumOf(entries)).toBe(40_050)
})

test('there are never fewer than none, and nothing touched is not a count', () => {
  expect(countOf(noPieces)).toBeNull()
  expect(sumOf(noPieces)).toBe(0)
  expect(countOf(steppedPieces(noPieces, note, -1))).toEqual([{ face: note, pieces: 0 }])
  expect(steppedPieces(typedPieces(noPieces, note, '99999'), note, 1).get(note)).toBe('99999')
})

test('after the last coin there is none', () => {
  expect(faceAfter(note)).toBe(10_000)
  expect(faceAfter(dirham(5))).toBeNull()
})
