import { expect, test } from 'vitest'
import { iceLooksRight } from './ice.ts'

test('published numbers look right; one wrong digit does not', () => {
  for (const ice of ['001561191000066', '002136093000040']) expect(iceLooksRight(ice)).toBe(true)
  for (const ice of ['001561191000067', '001561291000066']) expect(iceLooksRight(ice)).toBe(false)
})

test('anything but fifteen digits is no ICE', () => {
  for (const text of ['', '97', '00156119100006', ' 01561191000066', '0015611910000660'])
    expect(iceLooksRight(text)).toBe(false)
})
