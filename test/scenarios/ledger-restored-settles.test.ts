import { cpSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage, type Stage, virtualHost } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

// Lesson: odoo/odoo#152259 and #134891. A number that comes round again must not pass for what it was before.

test.each(['iso87', 'edc'] as const)(
  '%s: a till put back to yesterday’s copy gives a number again, and nobody takes it for the batch that had it',
  async (dialect) => {
    const timers = new VirtualTimers()
    const clock = new JumpingClock(timers)
    const host = virtualHost(timers, clock, { dialect, capture: 'host' })
    const config = bank(hostWay(dialect))
    const open: Stage[] = []
    const start = (folder: string): Stage => {
      const till = openStage({ folder, config, timers, clock, host })
      open.push(till)
      return till
    }
    onTestFinished(async () => {
      await open.at(-1)?.close()
      await host.close()
    })
    const evening = async (till: Stage, amount: number): Promise<void> => {
      till.charge({ amount })
      till.settlements.settle('t1', 'Hassan')
      await timers.advance(60_000)
    }
    const states = ({ settlements }: Stage) =>
      settlements.view().batches.map(({ number, state, cause }) => ({ number, state, cause }))

    const [folder, copy] = [testFolder(), testFolder()]
    const monday = start(folder)
    await evening(monday, 100)
    await monday.close()
    cpSync(folder, copy, { recursive: true })
    const tuesday = start(folder)
    await evening(tuesday, 200)
    expect(states(tuesday)[0]).toEqual({ number: 2, state: 'agreed', cause: null })
    await tuesday.close()

    const restored = start(copy)
    await evening(restored, 900)
    expect(states(restored)[0]).toEqual({ number: 2, state: 'disputed', cause: 'duplicate' })
    expect(host.books().sums.agreed).toEqual({ batches: 2, net: 300 })
  },
)
