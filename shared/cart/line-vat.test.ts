import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '../money/amount.ts'
import { type VatClass, vatClasses } from '../tax/vat-class.ts'
import { lineVat, rateOfTotal } from './line-vat.ts'
import type { TicketLine, VatTotal } from './ticket.ts'

const line = (vat: VatClass, gross: number) => ({ vat, gross: dirham(gross) }) as TicketLine

/** Worked out apart from the code under test: gross, then VAT within it, in whole numbers of any size. */
function totalOf(lines: readonly TicketLine[], vatClass: VatClass, rate: number | null): VatTotal {
  const gross = lines.reduce((sum, each) => sum + (each.vat === vatClass ? each.gross : 0), 0)
  const within = BigInt(rate ?? 0)
  const whole = 10_000n + within
  const vat = Number((2n * BigInt(gross) * within + whole) / (2n * whole))
  return { vatClass, net: dirham(gross - vat), vat: dirham(vat), gross: dirham(gross), rate }
}

const tickets = fc
  .record({
    lines: fc.array(
      fc
        .record({ vat: fc.constantFrom(...vatClasses), gross: fc.nat(1_000_000_000) })
        .map(({ vat, gross }) => line(vat, gross)),
      { minLength: 1, maxLength: 20 },
    ),
    rate: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ lines, rate }) => ({
    lines,
    vat: vatClasses
      .filter((each) => lines.some(({ vat }) => vat === each))
      .map((each) => totalOf(lines, each, each === 'exempt' ? null : rate)),
  }))

test('the lines of a class make up its total to the centime, none more than a centime off its own', () => {
  fc.assert(
    fc.property(tickets, (ticket) => {
      const parts = lineVat(ticket)
      expect(parts).toHaveLength(ticket.lines.length)
      for (const { vatClass, net, vat, rate } of ticket.vat) {
        const mine = parts.filter((_, place) => ticket.lines[place]?.vat === vatClass)
        expect(mine.reduce((sum, each) => sum + each.net, 0)).toBe(net)
        expect(mine.reduce((sum, each) => sum + each.vat, 0)).toBe(vat)
        for (const each of mine) expect(each.rate).toBe(rate)
      }
      for (const [place, { net, vat, rate }] of parts.entries()) {
        const gross = ticket.lines[place]?.gross ?? Number.NaN
        expect(net + vat).toBe(gross)
        expect(Math.abs(vat - (gross * (rate ?? 0)) / (10_000 + (rate ?? 0)))).toBeLessThanOrEqual(1.001)
      }
    }),
  )
})

test('a ticket from before rates were recorded was taxed at what its classes are named after', () => {
  const { rate: _, ...old } = totalOf([line('10', 11_000)], '10', 1000)
  expect(lineVat({ lines: [line('10', 11_000)], vat: [old] })).toEqual([
    { net: 10_000, vat: 1000, rate: 1000 },
  ])
  expect([rateOfTotal({ vatClass: '5.5' }), rateOfTotal({ vatClass: 'exempt' })]).toEqual([550, null])
  expect(rateOfTotal({ vatClass: '20', rate: 1900 })).toBe(1900)
})
