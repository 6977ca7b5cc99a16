import type { OrderState as State } from '#shared/marketplace/online.ts'
import { useWords } from '../../../i18n/Words.tsx'
import type { IconName } from '../../../widgets/icons.data.ts'
import { StatusDot, type Tone } from '../../../widgets/StatusDot.tsx'

const faces: Readonly<Record<State, { readonly tone: Tone; readonly icon: IconName }>> = {
  placed: { tone: 'wait', icon: 'wait' },
  paid: { tone: 'good', icon: 'tick' },
  handedOver: { tone: 'good', icon: 'byHand' },
  shipped: { tone: 'good', icon: 'net' },
  cancelled: { tone: 'idle', icon: 'cross' },
  refunded: { tone: 'idle', icon: 'undo' },
}

/** Where an order stands, as the marketplace says. */
export function OrderState({ state }: { readonly state: State }) {
  const { say } = useWords()
  return <StatusDot {...faces[state]}>{say(`market.order.state.${state}`)}</StatusDot>
}
