import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import type { DeviceView } from '#shared/contract/devices.ts'
import { deviceName } from '../../../i18n/device-name.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { TickBoxes } from '../../../widgets/TickBoxes.tsx'
import css from './Acquirers.module.css'

/** Which terminals an acquirer settles; each has one at most. */
export function TerminalBoxes(props: {
  readonly terminals: readonly DeviceView[]
  readonly others: readonly AcquirerConfig[]
  readonly chosen: readonly string[]
  readonly error: string | null
  readonly onChoose: (chosen: readonly string[]) => void
}) {
  const { say } = useWords()
  const { terminals, others, chosen } = props
  // One that was taken away since stays until somebody unticks it.
  const gone = chosen.filter((id) => !terminals.some((terminal) => terminal.id === id))
  if (terminals.length + gone.length === 0)
    return <p className={css.quiet}>{say('acquirers.terminals.none')}</p>
  const boxes = terminals.map((terminal) => {
    const other = others.find((each) => each.terminals.includes(terminal.id))
    const name = `\u2068${deviceName(terminal, say)}\u2069`
    const taken =
      other === undefined ? null : say('acquirers.terminals.taken', { name: `\u2068${other.name}\u2069` })
    return {
      key: terminal.id,
      words: taken === null ? name : `${name} · ${taken}`,
      isDisabled: taken !== null,
    }
  })
  return (
    <TickBoxes
      label={say('acquirers.terminals')}
      boxes={[...boxes, ...gone.map((key) => ({ key, words: key, isDisabled: false }))]}
      chosen={chosen}
      error={props.error}
      onChoose={props.onChoose}
      testId="settles"
    />
  )
}
