import type { DeclineReason } from '#shared/kernel/attempt.ts'
import { maskText } from '../masking.ts'
import type { Asked } from './ask.ts'
import type { Registered } from './register.ts'

/** How a conversation ends that was to do something and did not. */
export type Ended = Exclude<Registered, { kind: 'registered' }> | Exclude<Asked, { kind: 'completed' }>

/** Why nothing was done, in the terminal's own code where it gave one. */
export function whyNotDone(ended: Ended): DeclineReason {
  switch (ended.kind) {
    case 'unreachable':
      return { code: 'TILL-UNREACHABLE', text: maskText(ended.detail) }
    case 'otherCurrency':
      return { code: 'TILL-CURRENCY', text: 'the terminal does not take dirhams (0504)' }
    case 'noAnswer':
      return { code: 'TILL-NOANSWER', text: 'the terminal did not answer' }
    case 'lineLost':
      return { code: 'TILL-LINELOST', text: maskText(ended.detail) }
    case 'refused':
    case 'aborted':
      return { code: ended.code, text: '' }
  }
}
