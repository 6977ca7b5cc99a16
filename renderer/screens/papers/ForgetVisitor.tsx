import { useState } from 'react'
import { useSend } from '../../api/ask.ts'
import { useInCharge } from '../../api/in-charge.ts'
import { useWords } from '../../i18n/Words.tsx'
import { AskedOnce } from '../../widgets/AskedOnce.tsx'
import { Button } from '../../widgets/Button.tsx'
import css from './PaperForm.module.css'

/** Whoever a form was made out for may ask to be forgotten (law 09-08); those in charge see to it. */
export function ForgetVisitor(props: { readonly form: number; readonly onForgotten: () => void }) {
  const { say } = useWords()
  const inCharge = useInCharge()
  const [asking, setAsking] = useState(false)
  const number = String(props.form)
  if (!inCharge) return null
  return (
    <>
      <Button look="quiet" icon="erase" testId={`forget-${number}`} onPress={() => setAsking(true)}>
        {say('papers.forget', { number })}
      </Button>
      {asking ? (
        <ForgetDialog form={props.form} onClose={() => setAsking(false)} onForgotten={props.onForgotten} />
      ) : null}
    </>
  )
}

/** It cannot be taken back, so it is asked once. */
function ForgetDialog(props: {
  readonly form: number
  readonly onClose: () => void
  readonly onForgotten: () => void
}) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const forget = async () => {
    if (!(await send({ type: 'forgetVisitor', form: props.form })).ok) return
    props.onClose()
    props.onForgotten()
  }
  return (
    <AskedOnce
      title={say('papers.forget.question', { number: String(props.form) })}
      testId="forget-dialog"
      no={say('papers.forget.keep')}
      yes={say('papers.forget.yes')}
      yesTestId="confirm-forget"
      look="danger"
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
      onYes={forget}
    >
      <div className={css.form}>
        <p>{say('papers.forget.body')}</p>
        <p className={css.note}>{say('papers.forget.backups')}</p>
      </div>
    </AskedOnce>
  )
}
