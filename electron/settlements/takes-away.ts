import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import type { AcquirersConfig, AcquirerWay } from '#shared/contract/acquirers.ts'
import type { BatchId } from '#shared/settlement/batch.ts'

type OpenBatch = Pick<BatchRow, 'batch' | 'acquirer' | 'state' | 'way'>

/**
 * Whether a new configuration takes away who an open batch is asked of: its acquirer, or the way it is asked by while it
 * still is; or makes another message of one that repeats. Places, keys and files are no such thing: they may be what was
 * wrong, and so may numbers that a host has said no to.
 * @param mayBeHeard whether a question about the batch may have left
 */
export function takesAway(
  before: AcquirersConfig,
  after: AcquirersConfig,
  open: readonly OpenBatch[],
  mayBeHeard: (batch: BatchId) => boolean,
): boolean {
  const wayIn = ({ acquirers }: AcquirersConfig, id: string): AcquirerWay | undefined =>
    acquirers.find((acquirer) => acquirer.id === id)?.way
  return open.some(({ batch, acquirer, state, way }) => {
    const own = wayIn(before, acquirer)
    if (own === undefined) return false
    const next = wayIn(after, acquirer)
    if (next === undefined) return true
    if (state !== 'frozen' && state !== 'uploading') return false
    return next.kind !== way || (saysOtherwise(own, next) && (state === 'uploading' || mayBeHeard(batch)))
  })
}

/** What each message says of who asks, and how. A host that has booked the first one would take the next as another's. */
const said = ['dialect', 'terminalId', 'merchantId', 'acquirerId', 'settlementId'] as const

const saysOtherwise = (before: AcquirerWay, after: AcquirerWay): boolean =>
  before.kind === 'host' && after.kind === 'host' && said.some((part) => before[part] !== after[part])
