import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someOwner } from '#test/harness/ledger-books.ts'
import { auxiliaryOf } from './auxiliary.ts'

/** Of any characters, and of halves of some. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

describe('the sub-account of an artisan', () => {
  it('is the one in their contract, or made of their name', () => {
    expect(auxiliaryOf('4481', 'itto', someOwner('itto', { account: '4481001' }))).toBe('4481001')
    expect(auxiliaryOf('4481', 'itto', someOwner('itto'))).toBe('4481ITTO')
    expect(auxiliaryOf('4481', 'itto', null)).toBe('4481ITTO')
  })

  it('tells apart those whose names have the same letters left', () => {
    const names = [
      'itto',
      'Itto',
      'Ittò',
      'itto ',
      'فاطمة',
      'زهرة',
      'Coopérative Iklane',
      'Coopérative Ikram',
    ]
    const made = names.map((name) => auxiliaryOf('4481', name, null))
    expect(new Set(made).size).toBe(names.length)
  })

  it('fits every program, whatever the name', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const made = auxiliaryOf('4481', name, null)
        expect(made).toMatch(/^4481[0-9A-Z]{0,7}$/)
        expect(auxiliaryOf('4481', name, null)).toBe(made)
      }),
    )
  })
})
