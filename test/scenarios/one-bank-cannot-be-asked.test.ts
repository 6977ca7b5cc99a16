import { expect, onTestFinished, test } from 'vitest'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

// Lesson: odoo/odoo#203431. One thing that cannot be sent at closing held back all the others.

test.each([
  ['before', 't1', 't2'],
  ['after', 't2', 't1'],
])(
  'a bank whose dialect file is gone, %s another one: what is due to the other is settled',
  async (_, broken, sound) => {
    const timers = new VirtualTimers()
    const clock = new JumpingClock(timers)
    const when = { at: 'closing' } as const
    const config: AcquirersConfig = {
      acquirers: [
        ...bank(hostWay('/nowhere/dialect.json'), when, { terminals: [broken] }).acquirers,
        ...bank({ kind: 'file' }, when, { id: 'other', terminals: [sound] }).acquirers,
      ],
    }
    const till = openStage({ folder: testFolder(), config, timers, clock, host: null })
    onTestFinished(() => till.close())
    for (const terminal of [broken, sound]) till.charge({ terminal, amount: 500 })
    till.closeDay('2026-11-27')
    till.turn()
    await timers.advance(60_000)
    await till.settlements.settled()
    const { batches, collected } = till.settlements.view()
    expect(batches).toMatchObject([{ acquirer: 'other', state: 'exported' }])
    expect(collected).toMatchObject([{ terminal: broken, acquirer: 'bank', count: 1 }])
  },
)
