import type { BatchView } from '#shared/contract/settlements.ts'
import type { Say } from '../../../i18n/Words.tsx'
import type { IconName } from '../../../widgets/icons.data.ts'
import type { Tone } from '../../../widgets/StatusDot.tsx'

export interface StateFace {
  readonly words: string
  readonly tone: Tone
  readonly icon: IconName
}

/** Nothing goes on by itself: a person has to look. */
export const needsYou = ({ state, setAside }: BatchView): boolean => setAside || state === 'disputed'

/** Closed for good: nothing is asked, decided or repeated any more. */
export const isEnded = ({ state }: BatchView): boolean => state === 'agreed' || state === 'resolved'

/** How a settlement stands, in a few words; waiting is calm, and only what needs a person stands out. */
export function stateOf(batch: BatchView, say: Say): StateFace {
  const { way, unconfirmed } = batch
  if (batch.setAside) return { words: say('settlements.state.setAside'), tone: 'wait', icon: 'warn' }
  switch (batch.state) {
    case 'frozen':
      return {
        words: say(`settlements.state.${unconfirmed ? 'unconfirmed' : 'frozen'}.${way}`),
        tone: 'wait',
        icon: unconfirmed ? 'question' : 'wait',
      }
    case 'uploading': {
      const progress = { done: batch.uploaded, all: batch.movements }
      return { words: say('settlements.state.uploading', progress), tone: 'wait', icon: 'net' }
    }
    case 'exported':
      return { words: say('settlements.state.exported'), tone: 'wait', icon: 'save' }
    case 'agreed':
      return { words: say('settlements.state.agreed'), tone: 'good', icon: 'tick' }
    case 'disputed':
      return { words: say('settlements.state.disputed'), tone: 'wait', icon: 'warn' }
    case 'resolved': {
      const person = `\u2068${batch.resolution?.person ?? ''}\u2069`
      return { words: say('settlements.state.resolved', { person }), tone: 'good', icon: 'person' }
    }
  }
}

/** What the till is doing about it, or what is left for a person to do. */
export function nextOf(batch: BatchView, say: Say): string {
  if (batch.setAside) return say('settlements.next.setAside')
  switch (batch.state) {
    case 'frozen':
      if (!batch.unconfirmed) return say('settlements.next.frozen')
      return say(batch.way === 'terminal' ? 'settlements.next.told' : 'settlements.next.unconfirmed')
    case 'uploading':
      return say('settlements.next.uploading')
    case 'exported':
      return say('settlements.next.exported')
    case 'agreed': {
      const by = batch.agreedBy ?? { kind: 'host' }
      if (by.kind !== 'person') return say(`settlements.next.agreed.${by.kind}`)
      return say('settlements.next.agreed.person', { name: `\u2068${by.name}\u2069` })
    }
    case 'disputed':
      return say(`settlements.cause.${batch.cause ?? 'totalsDiffer'}`)
    case 'resolved':
      return say('settlements.resolve.done', {
        person: `\u2068${batch.resolution?.person ?? ''}\u2069`,
        what: say(`settlements.resolution.${batch.resolution?.kind ?? 'oursStands'}`),
      })
  }
}
