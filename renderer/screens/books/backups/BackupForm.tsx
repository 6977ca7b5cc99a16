import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type BackupsView, shortestPassphrase } from '#shared/contract/books/backups.ts'
import { useAsk } from '../../../api/ask.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { Labelled } from '../../../widgets/Labelled.tsx'
import { PassphraseEntry } from '../../../widgets/PassphraseEntry.tsx'
import { SelectEntry } from '../../../widgets/SelectEntry.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { TickBoxes } from '../../../widgets/TickBoxes.tsx'
import css from './Backups.module.css'
import { type BackupDraft, draftOf, faultsOf, hourChoices, settingsOf } from './backup-draft.ts'

/** Where backups go, when, and with which passphrase; what it means to lose it is said before it is typed. */
export function BackupForm({ view, onClose }: { readonly view: BackupsView; readonly onClose: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [draft, setDraft] = useState(() => draftOf(view))
  const [tried, setTried] = useState(false)
  const hasOne = view.passphraseIn !== null
  const faults = faultsOf(draft, hasOne)
  const change = (part: Partial<BackupDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const fault = (entry: keyof typeof faults): string | null => {
    const key = faults[entry]
    return tried && key !== undefined ? say(key, { least: shortestPassphrase }) : null
  }
  const badFolder = refusal?.code === 'badInput'
  const save = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    const settings = settingsOf(draft, view.settings)
    const passphrase = draft.passphrase === '' ? null : draft.passphrase
    const said = await ask((till) => till.backups.configure({ settings, passphrase }))
    if (said.ok) onClose()
  }
  return (
    <FormDialog
      title={say('backups.form.title')}
      size="wide"
      testId="backup-form"
      onClose={onClose}
      refusal={badFolder ? null : refusal}
      busy={busy}
      submit={{ words: say('backups.form.save'), testId: 'backup-save' }}
      onSubmit={() => void save()}
    >
      <TextEntry
        label={say('backups.form.folder')}
        value={draft.folder}
        onChange={(folder) => change({ folder })}
        maxLength={500}
        direction="ltr"
        hint={say('backups.form.folder.hint')}
        error={badFolder ? say('backups.form.where.wrong') : fault('folder')}
        testId="backup-folder"
      />
      <Disks onChoose={(folder) => change({ folder })} />
      <div className={css.pair}>
        <TickBoxes
          label={say('backups.form.when')}
          boxes={[{ key: 'closing', words: say('backups.form.closing') }]}
          chosen={draft.afterClosing ? ['closing'] : []}
          error={null}
          onChoose={(chosen) => change({ afterClosing: chosen.length > 0 })}
          testId="backup-after"
        />
        <SelectEntry
          label={say('backups.form.hours')}
          options={hourChoices.map((key) => ({
            key,
            label:
              key === '0'
                ? say('backups.form.hours.none')
                : say('backups.form.hours.each', { hours: Number(key) }),
          }))}
          chosen={draft.hours}
          onChoose={(hours) => change({ hours })}
          testId="backup-hours"
        />
      </div>
      <p className={css.warning} data-testid="backup-lost">
        <Icon name="warn" />
        <span>
          {say('backups.form.lost')} {hasOne ? say('backups.form.changed') : null}
        </span>
      </p>
      <div className={css.pair}>
        <PassphraseEntry
          label={say(hasOne ? 'backups.form.passphrase.keep' : 'backups.form.passphrase')}
          value={draft.passphrase}
          onChange={(passphrase) => change({ passphrase })}
          hint={say('backups.form.short', { least: shortestPassphrase })}
          error={fault('passphrase')}
          isNew
          testId="backup-passphrase"
        />
        <PassphraseEntry
          label={say('backups.form.again')}
          value={draft.again}
          onChange={(again) => change({ again })}
          error={fault('again')}
          isNew
          testId="backup-again"
        />
      </div>
    </FormDialog>
  )
}

/** Disks that are plugged in, to be touched and not typed. */
function Disks({ onChoose }: { readonly onChoose: (folder: string) => void }) {
  const { say } = useWords()
  const asked = useQuery({ ...useTillQueries().backups.places.queryOptions(), staleTime: 0 })
  const disks = asked.data?.ok === true ? asked.data.value : []
  if (disks.length === 0) return null
  return (
    <Labelled label={say('backups.form.disks')}>
      <div className={css.buttons}>
        {disks.map((disk) => (
          <Button key={disk} size="small" icon="save" onPress={() => onChoose(disk)}>
            <bdi dir="ltr">{disk}</bdi>
          </Button>
        ))}
      </div>
    </Labelled>
  )
}
