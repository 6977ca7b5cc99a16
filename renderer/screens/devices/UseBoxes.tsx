import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import type { PaperUse } from '#shared/kernel/paper-kinds.ts'
import { useWords } from '../../i18n/Words.tsx'
import field from '../../widgets/Field.module.css'
import { Icon } from '../../widgets/Icon.tsx'
import css from './UseBoxes.module.css'

/** What a printer is for: any number of uses, at least one. */
export function UseBoxes(props: {
  readonly label: string
  readonly uses: readonly PaperUse[]
  readonly chosen: readonly PaperUse[]
  readonly error: string | null
  readonly onChoose: (chosen: readonly PaperUse[]) => void
}) {
  const { say } = useWords()
  return (
    <CheckboxGroup
      className={field.field ?? ''}
      value={[...props.chosen]}
      isInvalid={props.error !== null}
      onChange={(chosen) => props.onChoose(props.uses.filter((use) => chosen.includes(use)))}
    >
      <Label className={field.label ?? ''}>{props.label}</Label>
      <div className={css.boxes}>
        {props.uses.map((use) => (
          <Checkbox key={use} value={use} className={css.box ?? ''} data-testid={`use-${use}`}>
            <span className={css.tick} aria-hidden="true">
              <Icon name="tick" size={20} />
            </span>
            {say(`devices.use.${use}`)}
          </Checkbox>
        ))}
      </div>
      <FieldError className={field.error ?? ''}>{props.error}</FieldError>
    </CheckboxGroup>
  )
}
