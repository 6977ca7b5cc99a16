import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cashPurposes } from '#shared/closing/cash-purpose.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { expectClosings } from './closings.ts'
import { plainSettings } from './fixtures.ts'
import { errandMoves, type Move, saleMoves } from './moves.ts'
import { agree, openCounter, plate, rug, scan, soap } from './shop.ts'

/** What happens at a drawer beside sales, and what is allowed at the counter. */
const drawerMoves: readonly Move[] = [
  ...cashPurposes.flatMap((purpose) =>
    (['in', 'out'] as const).map(
      (direction): Move => ({
        type: `${direction} for ${purpose}`,
        play: (c) =>
          c.command({ type: 'moveCash', direction, amount: dirham(1300), reason: 'because', purpose }),
      }),
    ),
  ),
  { type: 'kick', play: (c) => c.command({ type: 'openDrawer', reason: 'coins' }) },
  { type: 'scan plate', play: (c) => scan(c, 'PLATE', 2) },
  {
    type: 'below the floor',
    play: (c) =>
      c.command({ type: 'agreePrice', line: 1, unit: dirham(700), reason: 'old friend', manager: 'driss' }),
  },
  { type: 'agree', play: (c) => agree(c, 1, 11_111) },
  {
    type: 'count by pieces',
    play: (c) =>
      c.command({
        type: 'closeShift',
        counted: dirham(40_020),
        count: [
          { face: dirham(20_000), pieces: 2 },
          { face: dirham(20), pieces: 1 },
        ],
      }),
  },
  {
    type: 'a copy comes out',
    play: (c) => {
      if (c.tickets().length === 0) return
      const ticketNumber = 1 as TicketNumber
      c.facts.push({ kind: 'receiptPrinted', ticketNumber, copy: 2, outcome: 'done', printer: 'p' })
    },
  },
]

const moves = fc.constantFrom<Move>(...saleMoves, ...errandMoves, ...drawerMoves, ...drawerMoves)

test('whatever a drawer lives through, each shift has one Z, and every figure of it holds a second time', () => {
  let closed = 0
  let allowed = 0
  fc.assert(
    fc.property(fc.array(moves, { minLength: 30, maxLength: 120, size: 'max' }), (played) => {
      const counter = openCounter({ ...plainSettings, cashRounding: dirham(10) }, [soap, plate, rug])
      for (const move of played) move.play(counter)
      counter.command({ type: 'closeShift', counted: dirham(7) })
      expectClosings(counter.facts)
      for (const fact of counter.facts) {
        if (fact.kind !== 'periodClosed') continue
        closed += 1
        allowed += fact.closing.figures.overrides.count
      }
    }),
    { numRuns: 150 },
  )
  // Days on which nothing is closed or allowed would prove nothing.
  expect(closed).toBeGreaterThan(80)
  expect(allowed).toBeGreaterThan(0)
}, 120_000)
