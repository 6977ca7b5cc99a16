import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { StandingCharge } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { manualTerminal } from '#drivers/terminals/manual/manual-terminal.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { dirham } from '#shared/money/amount.ts'
import { seeded } from './seeded.ts'
import { openShop } from './seller.ts'
import { judge } from './virtual/judge.ts'
import { openLife, type TillLife } from './virtual/till-life.ts'

/*
 * A terminal with no wire: the cashier keys the amount, the power goes at any commit, and only the terminal's own
 * list knows whether the card was charged. Nobody can be asked; whoever looks must find the attempt still waiting,
 * and once.
 */
const visitors = 40
const cashier = 'amina'

test.each([1, 7, 20_261_127])(
  'keyed by hand while the power goes, seed %i: the list and the ledger agree',
  {
    timeout: 60_000,
  },
  async (seed) => {
    const chance = seeded(seed)
    const folder = mkdtempSync(join(tmpdir(), 'hanout-by-hand-'))
    const clock = { now: () => ({ utcMs: Date.UTC(2026, 10, 23, 9), offsetMinutes: 60 }) }
    /** The terminal's list of the day. */
    const list: StandingCharge[] = []
    const keyed = new Set<string>()
    let commitsLeft = Number.POSITIVE_INFINITY
    let deaths = 0
    let life: TillLife | null = null

    onTestFinished(async () => {
      await life?.bury()
      rmSync(folder, { recursive: true, force: true })
    })

    async function till(): Promise<TillLife> {
      if (life?.isAlive() === true) return life
      await life?.bury()
      const next = openLife({
        folder,
        clock,
        makeDriver: () => manualTerminal(),
        transportFor: () => ({ name: 'none', open: () => Promise.reject(new Error('no wire')) }),
        onCommit() {
          commitsLeft -= 1
          if (commitsLeft !== 0) return
          deaths += 1
          next.die()
        },
      })
      life = next
      await openShop(next)
      return next
    }

    /** Whoever stands there: keys what they are asked to key once, and then says what the list says. */
    async function see(now: TillLife): Promise<boolean> {
      const { phase, sale, attempt } = now.counter.view()
      if (phase === 'idle') return false
      if (attempt === null) {
        const amount = sale?.due ?? dirham(0)
        await now.counter.send(
          chance.chance(0.7) ? { type: 'payCard', amount } : { type: 'payCash', given: amount },
          cashier,
        )
        return true
      }
      const { attemptId, amount } = attempt
      if (phase === 'charging' && !keyed.has(attemptId)) {
        keyed.add(attemptId)
        // Declined by the bank, or the power goes before anybody keyed it: nothing on the list.
        if (chance.chance(0.7)) list.push({ trace: attemptId, reference: attemptId, amountMinor: amount })
        if (chance.chance(0.3)) {
          deaths += 1
          now.die()
          return true
        }
      }
      const charged = list.some(({ trace }) => trace === attemptId)
      const slip = charged ? { authorisation: '482913', lastFour: '3315' } : null
      const outcome = charged ? 'approved' : 'declined'
      await now.counter.send({ type: 'resolveAttempt', outcome, name: cashier, attemptId, slip }, cashier)
      return true
    }

    for (let visitor = 1; visitor <= visitors; visitor += 1) {
      const now = await till()
      await now.counter.send({ type: 'scan', code: 'SKU-0', quantity: 1 }, cashier)
      const unit = dirham(1_000 - visitor)
      await now.counter.send({ type: 'agreePrice', line: 1, unit, reason: 'bargain', manager: null }, cashier)
      commitsLeft = chance.between(1, 6)
      while (await see(await till())) {
        // Until the counter is free.
      }
      commitsLeft = Number.POSITIVE_INFINITY
    }

    const last = await till()
    expect(last.counter.view()).toMatchObject({ phase: 'idle', attempt: null })
    await last.bury()
    const ledger = openReadOnly(folder)
    const facts = [...ledger.entriesAfter(0)].map(({ fact }) => fact)
    ledger.close()
    expect(judge(facts, list).sentences).toEqual([])
    expect(facts.filter(({ kind }) => kind === 'saleCompleted')).toHaveLength(visitors)
    expect(verifyLedger(folder).problems).toEqual([])
    expect(deaths).toBeGreaterThan(visitors / 4)
    expect(list.length).toBeGreaterThan(visitors / 4)
  },
)
