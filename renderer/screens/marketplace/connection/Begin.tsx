import { useState } from 'react'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { PutAll } from '../pieces/PutAll.tsx'
import css from './Connection.module.css'
import { ImportPieces } from './ImportPieces.tsx'

/** The two ways to begin: the pieces are online already, or they are in the till. */
export function Begin(props: {
  readonly shop: string
  /** Nothing has been chosen yet. */
  readonly first: boolean
  readonly onChoosePieces: () => void
}) {
  const { say } = useWords()
  const [putting, setPutting] = useState(false)
  const [told, setTold] = useState(false)
  return (
    <Part
      title={
        props.first ? say('market.begin', { shop: `\u2068${props.shop}\u2069` }) : say('market.place.pieces')
      }
      testId="begin"
    >
      <div className={css.cards}>
        <Card>
          <h3 className={css.title}>{say('market.begin.put')}</h3>
          <p className={css.quiet}>{say('market.begin.put.body')}</p>
          <div className={css.buttons}>
            <Button
              look={props.first ? 'primary' : 'plain'}
              icon="net"
              testId="begin-put-all"
              onPress={() => setPutting(true)}
            >
              {say('market.putAll')}
            </Button>
            <Button icon="list" testId="begin-choose" onPress={props.onChoosePieces}>
              {say('market.begin.choose')}
            </Button>
          </div>
          <DoneNote words={told ? say('market.putAll.done') : ''} />
        </Card>
        <Card>
          <h3 className={css.title}>{say('market.begin.import')}</h3>
          <p className={css.quiet}>{say('market.begin.import.body')}</p>
          <ImportPieces />
        </Card>
      </div>
      {putting ? (
        <PutAll
          onClose={() => setPutting(false)}
          onPut={() => {
            setPutting(false)
            setTold(true)
          }}
        />
      ) : null}
    </Part>
  )
}
