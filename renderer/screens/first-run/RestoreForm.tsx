import { useState } from 'react'
import type { BackupCard } from '#shared/contract/books/backups.ts'
import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { westernDigits } from '../../input/amount-entry.ts'
import { Button } from '../../widgets/Button.tsx'
import { DoneNote } from '../../widgets/DoneNote.tsx'
import { PassphraseEntry } from '../../widgets/PassphraseEntry.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import { FindBackup } from './FindBackup.tsx'
import css from './ShopForm.module.css'

/** A till brought back from a backup: which one, its passphrase, and the newest number anybody has on paper. */
export function RestoreForm({ onBack }: { readonly onBack: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [chosen, setChosen] = useState<BackupCard | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [ticket, setTicket] = useState('')
  const [next, setNext] = useState<number | null>(null)
  const restore = async (anyway: boolean): Promise<void> => {
    if (chosen === null) return
    const { path } = chosen
    const lastTicketSeen = ticket === '' ? null : Number(ticket)
    const said = await ask((till) => till.backups.restore({ path, passphrase, lastTicketSeen, anyway }))
    if (said.ok) setNext(said.value.nextTicket)
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void restore(false)
      }}
    >
      <h1 className={css.title}>{say('restore.title')}</h1>
      <FindBackup
        chosen={chosen}
        onChoose={(backup) => {
          setChosen(backup)
          clear()
        }}
      />
      {chosen?.says ? (
        <>
          <PassphraseEntry
            label={say('restore.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            isNew={false}
            testId="restore-passphrase"
          />
          <TextEntry
            label={say('restore.ticket')}
            value={ticket}
            onChange={(text) => setTicket(westernDigits(text).replace(/\D/g, ''))}
            maxLength={9}
            direction="ltr"
            hint={say('restore.ticket.hint', { ticket: chosen.says.lastTicket })}
            testId="restore-ticket"
          />
        </>
      ) : null}
      <p role="status">{busy ? say('restore.going') : null}</p>
      <DoneNote words={next === null ? '' : say('restore.done', { ticket: next })} testId="restore-done" />
      <RefusalNote refusal={refusal} />
      <div className={css.foot}>
        <Button look="quiet" icon="back" onPress={onBack} isDisabled={busy || next !== null}>
          {say('app.back')}
        </Button>
        {refusal?.code === 'backupOlder' ? (
          <Button busy={busy} testId="restore-anyway" onPress={() => void restore(true)}>
            {say('restore.anyway')}
          </Button>
        ) : null}
        <Button
          look="primary"
          size="large"
          type="submit"
          busy={busy}
          isDisabled={chosen === null || passphrase === '' || next !== null}
          testId="restore-go"
        >
          {say('restore.go')}
        </Button>
      </div>
    </form>
  )
}
