import { expect, onTestFinished, test } from 'vitest'
import { netOf } from '#shared/settlement/totals.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage, virtualHost } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

// Lesson: odoo/odoo#219054. What is undone belongs to what it undoes, also when that is settled.

test.each(['iso87', 'edc'] as const)(
  '%s: a sale undone when its batch is frozen goes back in the next one, and once',
  async (dialect) => {
    const timers = new VirtualTimers()
    const clock = new JumpingClock(timers)
    const host = virtualHost(timers, clock, { dialect, capture: 'host' })
    const till = openStage({ folder: testFolder(), config: bank(hostWay(dialect)), timers, clock, host })
    onTestFinished(async () => {
      await till.close()
      await host.close()
    })
    const settle = async (): Promise<void> => {
      till.settlements.settle('t1', 'Hassan')
      await timers.advance(600_000)
    }
    const sale = till.charge({ amount: 900 })
    till.charge({ amount: 400 })
    await settle()
    till.charge({ amount: 900, purpose: 'void', undoes: sale })
    // Told movement by movement it comes to the same.
    host.setFault('disagree')
    await settle()
    const both = till.charge({ amount: 250 })
    till.charge({ amount: 250, purpose: 'void', undoes: both })
    await settle()
    const nets = till.settlements.view().batches.map(({ state, ours }) => ({ state, net: netOf(ours) }))
    expect(nets.toReversed()).toEqual([
      { state: 'agreed', net: 1_300 },
      { state: 'agreed', net: -900 },
      { state: 'agreed', net: 0 },
    ])
    expect(host.books()).toMatchObject({ violations: [], sums: { agreed: { batches: 3, net: 400 } } })
  },
)
