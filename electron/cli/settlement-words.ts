import type { BatchView } from '#shared/contract/settlements.ts'
import type { DisputeCause, Resolution } from '#shared/settlement/batch.ts'
import type { MovementKind } from '#shared/settlement/movement.ts'
import type { UnmatchedReason } from '#shared/settlement/statement.ts'

const causes: Readonly<Record<DisputeCause, string>> = {
  totalsDiffer: 'the other side counts something else',
  duplicate: 'the host says it has this one already',
  refused: 'the host said no',
  noTotals: 'the terminal settled and did not say how much',
  noAnswer: 'the terminal was told to settle and did not answer',
}

const resolutions: Readonly<Record<Resolution, string>> = {
  oursStands: 'ours stands',
  theirsStands: 'theirs stands',
  paidInFull: 'it was paid in full',
}

/** Where a settlement stands, in words for a list. */
export function stateWords(batch: BatchView): string {
  const { state, unconfirmed, setAside, uploaded, movements, agreedBy, cause, code, resolution } = batch
  switch (state) {
    case 'frozen':
      if (setAside) return 'set aside: resend it'
      return unconfirmed ? 'unconfirmed: asked, no answer yet' : 'waits to be asked'
    case 'uploading':
      return setAside ? 'set aside: resend it' : `totals differ: ${uploaded} of ${movements} told again`
    case 'exported':
      return 'file written: hand it in'
    case 'agreed':
      return `agreed: ${agreedBy?.kind === 'person' ? agreedBy.name : (agreedBy?.kind ?? '')}`
    case 'disputed':
      return `disputed: ${cause === null ? '' : causes[cause]}${code === '' ? '' : ` (${code})`}`
    case 'resolved':
      return `resolved by ${resolution?.person}: ${resolution === null ? '' : resolutions[resolution.kind]}`
  }
}

/** What a bookkeeper does with a line that has no movement. */
export const reasonWords: Readonly<Record<UnmatchedReason, string>> = {
  unknownHere: 'nothing in this till fits: another till’s, or the acquirer’s own charge',
  amountDiffers: 'its number is in this till with another amount: ask the acquirer',
  several: 'more than one movement fits: choose which on the settlements page',
  paidBefore: 'its movement was paid on a line before: ask the acquirer if it was paid twice',
}

export const kindWords: Readonly<Record<MovementKind, string>> = {
  sale: 'sale',
  refund: 'refund',
  saleReversal: 'sale undone',
}
