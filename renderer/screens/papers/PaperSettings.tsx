import { useState } from 'react'
import type { ShopSettings } from '#shared/cart/settings.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { FormDialog } from '../../widgets/FormDialog.tsx'
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
    const exportForms = makesForms ? { operator: operator.trim() } : null
    const next = { ...settings, paperCompanion: companion, exportForms }
    if ((await send({ type: 'configure', settings: next })).ok) props.onClose()
  }
  return (
    <FormDialog
      title={say('papers.settings')}
      testId="paper-settings"
      onClose={props.onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('devices.save'), testId: 'paper-settings-save' }}
      onSubmit={() => void keep()}
      after={<ShopKeys />}
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
    </FormDialog>
  )
}
