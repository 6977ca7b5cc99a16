import type { DeviceCapabilities } from '#shared/contract/devices.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './Abilities.module.css'

const abilities = ['query', 'void', 'refund', 'abort', 'settle', 'prints'] as const

/** What a terminal can and cannot do, in words; one that nobody drives is told of as such. */
export function Abilities({ can }: { readonly can: DeviceCapabilities }) {
  const { say } = useWords()
  if (can.byHand) return <p className={css.byHand}>{say('care.byHand')}</p>
  return (
    <ul className={css.abilities} aria-label={say('care.can')} data-testid="abilities">
      {abilities.map((ability) => (
        <li key={ability} data-can={can[ability]}>
          <Icon name={can[ability] ? 'tick' : 'minus'} size={20} />
          {say(`${can[ability] ? 'care.can' : 'care.cannot'}.${ability}`)}
        </li>
      ))}
    </ul>
  )
}
