import { realTimers } from '#drivers/transport/timers.ts'
import { openForwards } from '#electron/forwarders/open-forwards.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { openLog } from '#electron/platform/log.ts'
import { openSettlements } from '#electron/settlements/open-settlements.ts'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import { cardApproval, cardDesk } from '../harness/ledger-cards.ts'
import { seeded } from './seeded.ts'

/** What the test tells a settling process, once. */
export interface SettlingOrders {
  readonly folder: string
  readonly config: AcquirersConfig
  readonly seed: number
  /** Batches it makes before it stops, once all are agreed; killed before, it never gets there. */
  readonly batches: number
}

export type SettlingSaid =
  /** From now on it may be cut at any instant. */
  | { readonly said: 'settling' }
  | { readonly said: 'settled' }
  | { readonly said: 'failed'; readonly error: string }

const tell = (said: SettlingSaid): void => void process.send?.(said)

/** The settling half of a till, that charges cards and settles them until it is killed or has done enough. */
async function run({ folder, config, seed, batches }: SettlingOrders): Promise<void> {
  const ledger = openLedger({ folder, clock: systemClock, create: true })
  const chance = seeded(seed)
  const noTerminal = { ok: false, reason: { code: 'TILL-CANNOT', text: '' } } as const
  const log = openLog({ level: 'silent' })
  const forwards = openForwards({
    ledger,
    clock: systemClock,
    timers: realTimers,
    chance: chance.next,
    log,
  })
  const settlements = openSettlements({
    folder,
    config,
    ledger,
    clock: systemClock,
    ids: randomIds,
    log,
    timers: realTimers,
    forwards,
    terminals: {
      readTotals: async () => noTerminal,
      settleTerminal: async () => ({ ...noTerminal, sent: false }),
      nameOf: () => null,
    },
    key: () => null,
    watchCounter: () => () => undefined,
  })
  settlements.start()
  // Whoever starts it again does not want to wait: by now it has waited for minutes.
  for (const { batch } of ledger.openBatches()) settlements.resend(batch)
  const desk = cardDesk(ledger, systemClock.now(), ledger.head()?.seq ?? 0)
  // A charge that the kill cut short: the terminal knows of none, and its host is told so.
  for (const fact of ledger.unfinishedFacts()) {
    if (fact.kind !== 'attemptStarted' || ledger.attempt(fact.attemptId)?.state === 'approved') continue
    if (ledger.attempt(fact.attemptId)?.state === 'started') desk.doubt(fact.attemptId)
    if (ledger.attempt(fact.attemptId)?.state === 'unknown') desk.decline(fact.attemptId)
  }
  tell({ said: 'settling' })
  for (let made = 0; made < batches; made += 1) {
    for (let n = chance.between(1, 8); n > 0; n -= 1) {
      const purpose = chance.chance(0.2) ? 'refund' : 'payment'
      const attempt = desk.start({ amount: chance.between(1, 99_999), purpose })
      const trace = String(700_000_000_000 + (ledger.attempt(attempt)?.terminalSequence ?? 0))
      desk.approve(attempt, { kind: 'terminal' }, { ...cardApproval, trace })
    }
    const settled = settlements.settle('t1', 'Hassan')
    if (!settled.ok) throw new Error(settled.refusal.code)
    do await new Promise((resolve) => setTimeout(resolve, 20))
    while (forwards.pump.lanes().some(({ waiting }) => waiting > 0))
  }
  await forwards.pump.close()
  await settlements.close()
  ledger.close()
}

process.on('message', (orders: SettlingOrders) => {
  run(orders).then(
    () => tell({ said: 'settled' }),
    (error: unknown) => tell({ said: 'failed', error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
