import type { DeviceRead } from '#shared/contract/devices.ts'
import { useWords } from '../../i18n/Words.tsx'
import css from './DeviceCard.module.css'

/** Which device a read came from, as far as it says. */
const sourceOf = (read: DeviceRead): 'reader' | 'scanner' =>
  read.kind === 'code' && read.from === 'scanner' ? 'scanner' : 'reader'

/** Tries a reader or a scanner out: what it just read, in words. */
export function LastReads(props: { readonly kind: 'reader' | 'scanner'; readonly read: DeviceRead | null }) {
  const { say } = useWords()
  const { read, kind } = props
  const said = (): string => {
    if (read === null || sourceOf(read) !== kind) return say('care.reads')
    switch (read.kind) {
      case 'code':
        return say('reads.code', { code: `\u2066${read.code}\u2069` })
      case 'paymentCard':
        return say('reads.paymentCard', { card: `\u2066${read.maskedPan}\u2069` })
      case 'unreadable':
        return say('reads.unreadable')
    }
  }
  return (
    <p role="status" className={css.read} data-testid={`read-${kind}`}>
      {said()}
    </p>
  )
}
