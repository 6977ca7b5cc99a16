import { useState } from 'react'
import { useHouse } from '../../api/till.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import css from './WhoAnswers.module.css'

/** Who signs what a terminal showed: at first whoever unlocked the till. `name` `null`: nobody chosen. */
export function useSigner(): readonly [string | null, (name: string) => void] {
  const here = useHouse()?.unlockedBy?.name ?? null
  const [chosen, setChosen] = useState<string | null>(null)
  return [chosen ?? here, setChosen]
}

/** The people of the house, one of whom looked at the terminal. */
export function WhoAnswers(props: {
  readonly label: string
  readonly name: string | null
  readonly onName: (name: string) => void
}) {
  const people = useHouse()?.people ?? []
  return (
    <div className={css.who}>
      <p className={css.label}>{props.label}</p>
      <Choice
        look="pills"
        label={props.label}
        chosen={props.name}
        onChoose={props.onName}
        options={people.map(({ name }) => ({
          key: name,
          face: <bdi>{name}</bdi>,
          testId: `answer-name-${name}`,
        }))}
      />
    </div>
  )
}
