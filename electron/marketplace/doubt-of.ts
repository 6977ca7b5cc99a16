import type { NotDone } from '../forwarders/marketplace/delivery-of.ts'
import type { SideAnswer } from './claim-answers.ts'

/** A marketplace that did not say who has a piece. */
export function doubtOf(end: NotDone): SideAnswer {
  if (end.end === 'refused') return { says: 'nothing', because: 'refused' }
  return { says: 'nothing', because: end.cause === 'noNetwork' ? 'noNetwork' : 'silent' }
}
