import { type ReactNode, useState } from 'react'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './TaxSettings.module.css'

/** One thing the shop has chosen: what holds, what it means, and a dialog that changes it. */
export function ChangePart(props: {
  readonly title: string
  readonly name: string
  /** What it means for the shop. */
  readonly body: string
  readonly since?: string
  /** Keys the test ids. */
  readonly of: string
  readonly form: ((onClose: () => void) => ReactNode) | null
  readonly children?: ReactNode
}) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { of, form } = props
  return (
    <Part title={props.title} testId={`tax-${of}`}>
      <Card>
        <div className={css.head}>
          <div className={css.held}>
            <p className={css.name} data-testid={`tax-${of}-name`}>
              {props.name}
            </p>
            <p>{props.body}</p>
            {props.since === undefined ? null : <p className={css.quiet}>{props.since}</p>}
          </div>
          {form === null ? null : (
            <Button testId={`tax-${of}-change`} onPress={() => setOpen(true)}>
              {say('tax.change')}
            </Button>
          )}
        </div>
        {props.children}
      </Card>
      {open && form !== null ? form(() => setOpen(false)) : null}
    </Part>
  )
}
