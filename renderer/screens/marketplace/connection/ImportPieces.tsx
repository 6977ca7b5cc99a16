import { useState } from 'react'
import type { MarketImport } from '#shared/contract/marketplace.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import css from './Connection.module.css'
import { ImportResult } from './ImportResult.tsx'

/** The catalogue from the marketplace: first what would come, and then, if that is wanted, it comes. */
export function ImportPieces() {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [found, setFound] = useState<MarketImport | null>(null)
  const [brought, setBrought] = useState(false)
  const bring = async (dry: boolean) => {
    const said = await ask((till) => till.marketplace.importPieces({ dry }))
    if (!said.ok) return
    setFound(said.value)
    setBrought(!dry)
  }
  const useful = found !== null && !brought && found.added + found.changed > 0
  return (
    <>
      {found === null ? null : (
        <>
          {brought ? <DoneNote words={say('market.import.done')} testId="import-done" /> : null}
          <ImportResult found={found} would={!brought} />
        </>
      )}
      {found !== null && !brought && !useful ? <p>{say('market.import.nothing')}</p> : null}
      <div className={css.buttons}>
        <Button
          icon={found === null ? 'search' : 'refresh'}
          busy={busy}
          testId="import-look"
          onPress={() => void bring(true)}
        >
          {say('market.import.look')}
        </Button>
        {useful ? (
          <Button look="primary" icon="save" busy={busy} testId="import-do" onPress={() => void bring(false)}>
            {say('market.import.do')}
          </Button>
        ) : null}
      </div>
      <RefusalNote refusal={refusal} onClose={clear} />
    </>
  )
}
