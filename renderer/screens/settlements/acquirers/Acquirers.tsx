import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AcquirerConfig, AcquirersConfig } from '#shared/contract/acquirers.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { AcquirerCard } from './AcquirerCard.tsx'
import { AcquirerForm } from './AcquirerForm.tsx'
import css from './Acquirers.module.css'
import { DropAcquirer } from './DropAcquirer.tsx'

/** Who settles which terminal, how and when. */
export function Acquirers() {
  const { say } = useWords()
  const asked = useQuery({ ...useTillQueries().settlements.config.queryOptions(), staleTime: 0 })
  if (asked.isError) return <Unread onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading label={say('acquirers.loading')} />
  return <AcquirerList config={asked.data} onChanged={() => void asked.refetch()} />
}

function AcquirerList(props: { readonly config: AcquirersConfig; readonly onChanged: () => void }) {
  const { say } = useWords()
  const inCharge = useInCharge()
  const { config } = props
  const [editing, setEditing] = useState<AcquirerConfig | 'new' | null>(null)
  const [dropping, setDropping] = useState<AcquirerConfig | null>(null)
  const close = () => {
    setEditing(null)
    setDropping(null)
  }
  const changed = () => {
    close()
    props.onChanged()
  }
  return (
    <Part
      title={say('settlements.place.acquirers')}
      testId="acquirers"
      tools={
        <Button
          icon="plus"
          look={config.acquirers.length === 0 ? 'primary' : 'plain'}
          isDisabled={!inCharge}
          testId="add-acquirer"
          onPress={() => setEditing('new')}
        >
          {say('acquirers.add')}
        </Button>
      }
    >
      {inCharge ? null : <p className={css.quiet}>{say('acquirers.managers')}</p>}
      {config.acquirers.length === 0 ? (
        <EmptyState icon="bank" title={say('acquirers.none.title')} body={say('acquirers.none.body')} />
      ) : (
        <div className={css.cards}>
          {config.acquirers.map((acquirer) => (
            <AcquirerCard
              key={acquirer.id}
              acquirer={acquirer}
              inCharge={inCharge}
              onEdit={() => setEditing(acquirer)}
              onDrop={() => setDropping(acquirer)}
            />
          ))}
        </div>
      )}
      {editing === null ? null : (
        <AcquirerForm
          acquirer={editing === 'new' ? null : editing}
          config={config}
          onClose={close}
          onSaved={changed}
        />
      )}
      {dropping === null ? null : (
        <DropAcquirer acquirer={dropping} config={config} onClose={close} onDropped={changed} />
      )}
    </Part>
  )
}
