import type { HouseState } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { isDemoShop } from './demo.ts'
import { version } from './version.ts'

/** Set up: it knows its shop, and someone can get in. A first start that died half way counts as not set up. */
export function isSetUp({ till }: Pick<ApiContext, 'till'>): boolean {
  return (
    till.ledger.settings() !== null &&
    till.ledger.people().some((person) => till.ledger.pinOf(person.id) !== null)
  )
}

/** What every screen needs to know before anybody is let in; no PIN, no money. */
export function houseState(context: ApiContext): HouseState {
  const { ledger } = context.till
  const settings = ledger.settings()
  return {
    setUp: isSetUp(context),
    demo: settings !== null && isDemoShop(settings),
    settings,
    people: ledger.people(),
    unlockedBy: context.session.unlockedBy(),
    version,
    waiting: ledger.outboxCounts().waiting,
    lanes: context.till.forwards.lanes(),
    marketTasks: ledger.onlineTasks().length + ledger.soldTwice().length,
  }
}

/**
 * Calls `push` when the state differs from the last one told. The counter's views, the session's changes and what becomes
 * of forwards and of online orders are all that can move it.
 */
export function watchHouse(context: ApiContext, push: (state: HouseState) => void): () => void {
  let told = JSON.stringify(houseState(context))
  const look = (): void => {
    const state = houseState(context)
    const text = JSON.stringify(state)
    if (text === told) return
    told = text
    push(state)
  }
  const { counter, forwards, marketplace } = context.till
  const stops = [
    counter.watch(look),
    context.session.watch(look),
    forwards.watch(look),
    marketplace.watch(look),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
