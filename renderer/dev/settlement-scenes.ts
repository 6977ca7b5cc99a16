/** Evenings, as the till would show them. */
import type { SettlementsView } from '#shared/contract/settlements.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }

export const settlementsOf = (name: string): SettlementsView => ({
  collected: [],
  batches: [],
  lanes:
    name === 'idle'
      ? []
      : [
          {
            destination: 'acquirer',
            waiting: 2,
            since: at,
            trouble: null,
            nextTryAt: null,
            setAside: 0,
          },
        ],
})
