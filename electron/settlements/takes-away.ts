import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'

/**
 * Whether a new configuration takes away who an open batch is asked of: its acquirer, or the way it is asked by while it
 * still is. Other numbers, files and places are no such thing: they may be what was wrong.
 */
export function takesAway(
  before: AcquirersConfig,
  after: AcquirersConfig,
  open: readonly Pick<BatchRow, 'acquirer' | 'state' | 'way'>[],
): boolean {
  const wayIn = ({ acquirers }: AcquirersConfig, id: string) =>
    acquirers.find((acquirer) => acquirer.id === id)?.way.kind
  return open.some(({ acquirer, state, way }) => {
    if (wayIn(before, acquirer) === undefined) return false
    const next = wayIn(after, acquirer)
    const isAsked = state === 'frozen' || state === 'uploading'
    return next === undefined || (isAsked && next !== way)
  })
}
