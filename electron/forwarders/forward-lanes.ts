import type { LaneView } from '#shared/contract/forwards.ts'

/** The outbox as a screen shows it. */
export interface ForwardLanes {
  /** In the order of their names; destinations with nothing left for them are left out. */
  lanes(): readonly LaneView[]
  /** Called when the lanes may have changed. */
  watch(listener: () => void): () => void
}
