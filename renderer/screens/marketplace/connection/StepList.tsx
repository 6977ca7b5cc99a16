import { useWords } from '../../../i18n/Words.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import css from './StepList.module.css'

const steps = ['platform', 'key', 'test'] as const

/** Where one is among the three steps, and which are done. */
export function StepList({ step }: { readonly step: 1 | 2 | 3 }) {
  const { say } = useWords()
  return (
    <ol className={css.steps} aria-label={say('market.connect.steps')}>
      {steps.map((name, place) => {
        const number = place + 1
        const state = number < step ? 'done' : number === step ? 'here' : 'ahead'
        return (
          <li
            key={name}
            className={css.step}
            data-state={state}
            aria-current={state === 'here' ? 'step' : false}
          >
            <span className={css.number}>{state === 'done' ? <Icon name="tick" size={20} /> : number}</span>
            {say(`market.step.${name}`)}
          </li>
        )
      })}
    </ol>
  )
}
