import { useBackups } from '../../../api/backups.ts'
import { useHouse } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { BackupList } from './BackupList.tsx'
import { BackupStanding } from './BackupStanding.tsx'
import { ShopKeyPart } from './ShopKeyPart.tsx'

/** Where the till is kept a second time, whether it is, and what keeps the shop's key; for owners. */
export function Backups() {
  const { say } = useWords()
  const role = useHouse()?.unlockedBy?.role
  if (role === 'owner') return <OwnersBackups />
  return <EmptyState icon="lock" title={say('backups.owner.title')} body={say('backups.owner.body')} />
}

function OwnersBackups() {
  const { say } = useWords()
  const view = useBackups()
  if (view === null) return <Loading label={say('backups.loading')} />
  return (
    <>
      <BackupStanding view={view} />
      {view.settings === null ? null : <BackupList key={view.settings.folder} view={view} />}
      <ShopKeyPart view={view} />
    </>
  )
}
