import type { BackupCard } from '#shared/contract/books/backups.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import css from './Backups.module.css'
import { sizeIn } from './backup-words.ts'

/** When it was made and how far it goes; its name and size below. */
export function BackupFace({ backup }: { readonly backup: BackupCard }) {
  const { say } = useWords()
  const { says, file, bytes } = backup
  const till = says === null || says.own ? null : says.shop || say('backups.list.other')
  return (
    <span className={css.backup}>
      <span>
        {says === null ? (
          <span className={css.wait}>{say('backups.list.damaged')}</span>
        ) : (
          <>
            {whenIn(says.madeAt)} · {say('backups.list.upTo', { ticket: says.lastTicket })}
          </>
        )}
      </span>
      <span className={css.of}>
        {till === null ? null : (
          <>
            <bdi>{till}</bdi> ·{' '}
          </>
        )}
        <bdi dir="ltr">{file}</bdi> · {sizeIn(bytes, say)}
      </span>
    </span>
  )
}
