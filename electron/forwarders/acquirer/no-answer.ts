import type { NoAnswer } from '#drivers/acquirers/acquirer-host.ts'
import type { ForwardTrouble } from '#shared/contract/forwards.ts'
import type { Delivery } from '../forwarder.ts'

/** No answer says nothing about what the host did: the same question is put again, for as long as it takes. */
export const noAnswer = ({ cause, sent, detail }: NoAnswer): Delivery =>
  (sent ? again : unsent)(troubles[cause], detail)

/** The host answers that it cannot now. */
export const cannotNow = ({ code, text }: { readonly code: string; readonly text: string }): Delivery =>
  again('refused', `${code} ${text}`.trim())

const again = (trouble: ForwardTrouble, detail: string) => ({
  end: 'again' as const,
  trouble,
  detail,
})

/** Again, and it is certain that no byte of this try left. */
export const unsent = (trouble: ForwardTrouble, detail: string): Delivery => ({
  ...again(trouble, detail),
  unsent: true,
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
