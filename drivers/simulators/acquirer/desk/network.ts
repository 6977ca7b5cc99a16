import type { HostTalk } from '../wire/host-dialect.ts'
import { codes, type Decision, firstOf, refusal } from './decision.ts'
import { type Request, textAt } from './request.ts'

/** 0800: what is asked of the line and not of money. `none`: nothing this host has. */
export type NetworkAct = 'signOn' | 'signOff' | 'echo' | 'none'

/** By DE 70. */
export function networkAct(request: Request, { network }: Pick<HostTalk, 'network'>): NetworkAct {
  const code = textAt(request, 70)
  if (network === null) return 'none'
  if (code === network.signOn) return 'signOn'
  if (code === network.signOff) return 'signOff'
  return code === network.echo ? 'echo' : 'none'
}

export const networkDecision = (act: NetworkAct, { codes: { agreed } }: Pick<HostTalk, 'codes'>): Decision =>
  refusal(act === 'none' ? codes.invalid : firstOf(agreed))
