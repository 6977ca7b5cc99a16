import { useState } from 'react'
import type { BackupsView } from '#shared/contract/books/backups.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './Backups.module.css'

/** Where the key is that the shop signs with, and what to do about it. */
export function ShopKeyPart({ view }: { readonly view: BackupsView }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [moved, setMoved] = useState(false)
  const mayMove = view.key === 'file' && view.keychain
  return (
    <Part title={say('backups.key')} testId="shop-key">
      <Card data-key={view.key}>
        <p className={view.key === 'locked' ? css.wait : undefined}>{say(`backups.key.${view.key}`)}</p>
        <p className={css.quiet}>
          {say('backups.key.about')} {mayMove ? say('backups.key.file.offer') : null}
        </p>
        {mayMove ? (
          <div className={css.buttons}>
            <Button
              icon="lock"
              busy={busy}
              testId="key-move"
              onPress={() =>
                void ask((till) => till.backups.sealKey()).then((said) => {
                  if (said.ok) setMoved(true)
                })
              }
            >
              {say('backups.key.move')}
            </Button>
          </div>
        ) : null}
        <DoneNote words={moved ? say('backups.key.moved') : ''} />
        <RefusalNote refusal={refusal} />
      </Card>
    </Part>
  )
}
