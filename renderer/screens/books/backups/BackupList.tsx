import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BackupCard, BackupsView } from '#shared/contract/books/backups.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { useAsk } from '../../../api/ask.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { PassphraseEntry } from '../../../widgets/PassphraseEntry.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Row, Rows } from '../../../widgets/Rows.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { BackupFace } from './BackupFace.tsx'
import { isolated } from './backup-words.ts'

/** The backups that lie in the folder, newest first, each to be read through. */
export function BackupList({ view }: { readonly view: BackupsView }) {
  const { say } = useWords()
  const asked = useQuery({ ...useTillQueries().backups.list.queryOptions(), staleTime: 0 })
  const { ask, busy, refusal } = useAsk()
  const [good, setGood] = useState<string | null>(null)
  /** Whose passphrase is another than the one that is kept. */
  const [other, setOther] = useState<string | null>(null)
  const made = view.last?.file
  const { refetch } = asked
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more lies there once another was made
  useEffect(() => void refetch(), [made, refetch])
  const verify = async (file: string, passphrase: string | null): Promise<void> => {
    setGood(null)
    const said = await ask((till) => till.backups.verify({ file, passphrase }))
    if (said.ok) {
      setGood(file)
      setOther(null)
    } else if (said.refusal?.code === 'wrongPassphrase' && passphrase === null) setOther(file)
  }
  return (
    <Part title={say('backups.list')} testId="backup-list">
      {asked.isError ? (
        <Unread onRetry={() => void asked.refetch()} />
      ) : (
        <Found
          said={asked.data}
          isBusy={busy || view.running !== null}
          onVerify={(file) => void verify(file, null)}
        />
      )}
      <DoneNote
        words={good === null ? '' : say('backups.verify.good', { file: isolated(good) })}
        testId="backup-good"
      />
      <RefusalNote refusal={other === null ? refusal : null} />
      {other === null ? null : (
        <OtherPassphrase
          busy={busy}
          refusal={refusal}
          onClose={() => setOther(null)}
          onTyped={(passphrase) => void verify(other, passphrase)}
        />
      )}
    </Part>
  )
}

type Said =
  | { readonly ok: true; readonly value: readonly BackupCard[] }
  | { readonly ok: false; readonly refusal: Refusal }

function Found(props: {
  readonly said: Said | undefined
  readonly isBusy: boolean
  readonly onVerify: (file: string) => void
}) {
  const { say } = useWords()
  const { said } = props
  if (said === undefined) return <Loading label={say('backups.loading')} />
  if (!said.ok) return <RefusalNote refusal={said.refusal} />
  if (said.value.length === 0) return <EmptyState icon="save" title={say('backups.list.empty')} />
  return (
    <Rows label={say('backups.list')}>
      {said.value.map((backup) => (
        <Row key={backup.file} face={<BackupFace backup={backup} />}>
          <Button
            size="small"
            icon="search"
            isDisabled={props.isBusy || backup.says === null}
            testId="backup-verify"
            onPress={() => props.onVerify(backup.file)}
          >
            {say('backups.verify')}
          </Button>
        </Row>
      ))}
    </Rows>
  )
}

function OtherPassphrase(props: {
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onClose: () => void
  readonly onTyped: (passphrase: string) => void
}) {
  const { say } = useWords()
  const [passphrase, setPassphrase] = useState('')
  return (
    <FormDialog
      title={say('backups.verify.other')}
      testId="backup-other"
      onClose={props.onClose}
      refusal={props.refusal}
      busy={props.busy}
      submit={{ words: say('backups.verify.with'), testId: 'backup-other-verify' }}
      onSubmit={() => props.onTyped(passphrase)}
    >
      <PassphraseEntry
        label={say('backups.verify.other')}
        value={passphrase}
        onChange={setPassphrase}
        isNew={false}
        testId="backup-other-passphrase"
      />
    </FormDialog>
  )
}
