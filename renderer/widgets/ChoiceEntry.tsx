import { Choice, type ChoiceOption } from './Choice.tsx'
import { Labelled } from './Labelled.tsx'

/** One of a few in a form, under what is asked. */
export function ChoiceEntry<Key extends string>(props: {
  readonly label: string
  readonly options: readonly ChoiceOption<Key>[]
  readonly chosen: Key | null
  readonly onChoose: (key: Key) => void
}) {
  return (
    <Labelled label={props.label}>
      <Choice look="pills" {...props} />
    </Labelled>
  )
}
