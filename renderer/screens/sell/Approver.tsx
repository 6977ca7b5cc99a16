import type { Person } from '#shared/kernel/person.ts'
import { useHouse } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import css from './PriceDialog.module.css'

/** Below the floor: who of the house allows it. Another than who stands here proves it with their PIN. */
export function Approver(props: {
  readonly approver: Person | null
  readonly onApprover: (person: Person) => void
}) {
  const { say } = useWords()
  const house = useHouse()
  const managers = (house?.people ?? []).filter((person) => person.role !== 'cashier')
  const { approver } = props
  const mine = approver !== null && approver.id === house?.unlockedBy?.id
  return (
    <>
      <p className={css.label}>{say('sell.price.manager')}</p>
      <Choice
        look="pills"
        label={say('sell.price.manager')}
        chosen={approver?.id ?? null}
        onChoose={(id) => {
          const person = managers.find((each) => each.id === id)
          if (person !== undefined) props.onApprover(person)
        }}
        options={managers.map(({ id, name }) => ({ key: id, face: name, testId: `manager-${name}` }))}
      />
      {mine ? <p className={css.posted}>{say('sell.price.mine')}</p> : null}
      {house?.demo === true && approver !== null && !mine ? (
        <p className={css.posted}>{say('unlock.demo')}</p>
      ) : null}
    </>
  )
}
