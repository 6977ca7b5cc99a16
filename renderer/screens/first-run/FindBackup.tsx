import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupCard } from '#shared/contract/books/backups.ts'
import { useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Loading } from '../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { RowButton, Rows } from '../../widgets/Rows.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import { BackupFace } from '../books/backups/BackupFace.tsx'
import css from './ShopForm.module.css'

/** The backups on the disks that are plugged in, or in a folder that somebody names. */
export function FindBackup(props: {
  readonly chosen: BackupCard | null
  readonly onChoose: (backup: BackupCard | null) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const asked = useQuery({
    ...useTillQueries().backups.find.queryOptions({ input: { folder } }),
    staleTime: 0,
  })
  const look = (): void => {
    props.onChoose(null)
    if (typed.trim() === folder) void asked.refetch()
    else setFolder(typed.trim() === '' ? null : typed.trim())
  }
  return (
    <>
      {asked.isError ? (
        <Unread onRetry={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <Loading label={say('restore.looking')} shown rows={1} />
      ) : !asked.data.ok ? (
        <RefusalNote refusal={asked.data.refusal} />
      ) : asked.data.value.length === 0 ? (
        <p role="status">{say('restore.none')}</p>
      ) : (
        <Rows label={say('restore.found')}>
          {asked.data.value
            .filter(({ says }) => says !== null)
            .map((backup) => (
              <RowButton
                key={backup.path}
                icon="save"
                face={<BackupFace backup={backup} />}
                chosen={backup.path === props.chosen?.path}
                testId="restore-choose"
                onPress={() => props.onChoose(backup)}
              >
                {null}
              </RowButton>
            ))}
        </Rows>
      )}
      <div className={css.beside}>
        <TextEntry
          label={say('restore.folder')}
          value={typed}
          onChange={setTyped}
          maxLength={500}
          direction="ltr"
          testId="restore-folder"
        />
        <Button icon="search" testId="restore-look" onPress={look}>
          {say('restore.look')}
        </Button>
      </div>
    </>
  )
}
