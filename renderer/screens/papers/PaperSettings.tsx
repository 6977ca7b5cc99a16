import { useState } from 'react'
import type { ShopSettings } from '#shared/cart/settings.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './PaperForm.module.css'
import { ShopKeys } from './ShopKeys.tsx'

/** What every paper of the shop follows: the second language, and whether it makes tax-refund forms. */
export function PaperSettings(props: { readonly settings: ShopSettings; readonly onClose: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const { settings } = props
  const [companion, setCompanion] = useState(settings.paperCompanion ?? 'ar')
  const [makesForms, setMakesForms] = useState(settings.exportForms != null)
  const [operator, setOperator] = useState(settings.exportForms?.operator ?? '')
  const keep = async () => {
    if (busy) return
    const exportForms = makesForms ? { operator: operator.trim() } : null
    const next = { ...settings, paperCompanion: companion, exportForms }
    if ((await send({ type: 'configure', settings: next })).ok) props.onClose()
  }
  return (
    <Dialog title={say('papers.settings')} onClose={props.onClose} testId="paper-settings">
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <p className={css.note}>{say('papers.settings.companion')}</p>
        <Choice
          label={say('papers.settings.companion')}
          chosen={companion}
          onChoose={setCompanion}
          options={(['ar', 'fr'] as const).map((key) => ({
            key,
            face: say(`papers.settings.companion.${key}`),
            testId: `companion-${key}`,
          }))}
        />
        <p className={css.note}>{say('papers.settings.forms')}</p>
        <Choice
          label={say('papers.settings.forms')}
          chosen={makesForms ? 'yes' : 'no'}
          onChoose={(key) => setMakesForms(key === 'yes')}
          options={(['no', 'yes'] as const).map((key) => ({
            key,
            face: say(`papers.settings.forms.${key}`),
            testId: `forms-${key}`,
          }))}
        />
        {makesForms ? (
          <>
            <p className={css.note}>{say('papers.settings.forms.note')}</p>
            <TextEntry
              label={say('papers.settings.operator')}
              value={operator}
              onChange={setOperator}
              maxLength={60}
              testId="export-operator"
            />
          </>
        ) : null}
        <RefusalNote refusal={refusal} />
        <Button look="primary" size="large" wide type="submit" busy={busy} testId="paper-settings-save">
          {say('devices.save')}
        </Button>
      </form>
      <ShopKeys />
    </Dialog>
  )
}
