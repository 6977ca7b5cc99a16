import { useState } from 'react'
import type { BackupSettings, BackupsView } from '#shared/contract/books/backups.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { BackupForm } from './BackupForm.tsx'
import css from './Backups.module.css'
import { scheduleIn, sizeIn, troubleIn } from './backup-words.ts'

/** Where backups go and when, the last good one, what is under way, and what stands in its way. */
export function BackupStanding({ view }: { readonly view: BackupsView }) {
  const { say } = useWords()
  const [isChanging, setChanging] = useState(false)
  const { settings } = view
  return (
    <Part title={say('backups.title')} testId="backups">
      {settings === null ? (
        <EmptyState icon="save" title={say('backups.none.title')} body={say('backups.none.body')}>
          <Button look="primary" icon="plus" testId="backups-set-up" onPress={() => setChanging(true)}>
            {say('backups.setUp')}
          </Button>
        </EmptyState>
      ) : (
        <Standing view={view} settings={settings} onChange={() => setChanging(true)} />
      )}
      {isChanging ? <BackupForm view={view} onClose={() => setChanging(false)} /> : null}
    </Part>
  )
}

function Standing(props: {
  readonly view: BackupsView
  readonly settings: BackupSettings
  readonly onChange: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const { view, settings } = props
  const { last, running } = view
  return (
    <Card roomy data-stale={view.stale}>
      <Facts>
        <Fact name={say('backups.last')}>
          <span data-testid="backup-last">
            {last === null
              ? say('backups.last.none')
              : say('backups.last.words', {
                  when: whenIn(last.at),
                  ticket: last.lastTicket,
                  size: sizeIn(last.bytes, say),
                })}
          </span>
        </Fact>
        <Fact name={say('backups.where')}>
          <bdi dir="ltr" className={css.path}>
            {settings.folder}
          </bdi>
        </Fact>
        <Fact name={say('backups.when')}>{scheduleIn(settings, say)}</Fact>
        <Fact name={say('backups.keep')}>{say('backups.keep.words', settings.keep)}</Fact>
        <Fact name={say('backups.passphrase')}>
          {say(`backups.passphrase.${view.passphraseIn ?? 'nowhere'}`)}
        </Fact>
      </Facts>
      {view.stale && running === null ? (
        <p className={css.wait} data-testid="backup-stale">
          {say(last === null ? 'backups.stale.none' : 'backups.stale')}
        </p>
      ) : null}
      <Trouble view={view} />
      {running === null ? null : (
        <label className={css.running} data-testid="backup-running">
          {say(`backups.phase.${running.phase}`)}
          <progress max={1} value={running.part} />
        </label>
      )}
      <div className={css.buttons}>
        <Button
          look="primary"
          icon="save"
          busy={busy || running !== null}
          testId="backup-now"
          onPress={() => void ask((till) => till.backups.backUp())}
        >
          {say('backups.now')}
        </Button>
        <Button isDisabled={running !== null} testId="backup-change" onPress={props.onChange}>
          {say('backups.change')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </Card>
  )
}

function Trouble({ view }: { readonly view: BackupsView }) {
  const { say, language } = useWords()
  const { trouble, running } = view
  return (
    <div role="status">
      {trouble === null || running !== null ? null : (
        <p className={css.wait} data-testid="backup-trouble" data-why={trouble.why}>
          {say('backups.trouble', { when: whenIn(trouble.at), why: troubleIn(trouble, language, say) })}{' '}
          {say('backups.trouble.again')}
        </p>
      )}
    </div>
  )
}
