import type { NoAnswer } from '#drivers/acquirers/acquirer-host.ts'
import type { ForwardTrouble } from '#shared/contract/forwards.ts'
import type { Delivery } from '../forwarder.ts'

/** No answer says nothing about what the host did: the same question is put again, for as long as it takes. */
export const noAnswer = ({ cause, detail }: NoAnswer): Delivery => again(troubles[cause], detail)

/** The host answers that it cannot now. */
export const cannotNow = ({ code, text }: { readonly code: string; readonly text: string }): Delivery =>
  again('refused', `${code} ${text}`.trim())

export const again = (trouble: ForwardTrouble, detail: string): Delivery => ({
  end: 'again',
  trouble,
  detail,
})

export const delivered: Delivery = { end: 'delivered' }

const troubles: Readonly<Record<NoAnswer['cause'], ForwardTrouble>> = {
  noNetwork: 'noNetwork',
  silent: 'silent',
  lineLost: 'lineLost',
  garbage: 'garbage',
  notSignedOn: 'notSignedOn',
  aborted: 'closing',
}
