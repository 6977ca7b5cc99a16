import { useState } from 'react'
import { useSend } from '../../api/ask.ts'
import { amountIn } from '../../i18n/amount-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { amountOf } from '../../input/amount-entry.ts'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './CloseShift.module.css'
import { CountByPieces } from './count/CountByPieces.tsx'
import { countOf, noPieces, sumOf } from './count/piece-entries.ts'
import { MoneyForm } from './MoneyForm.tsx'

type Way = 'pieces' | 'sum'

/** The blind count, by coin and note or as one sum: nothing of what is expected is on this page. */
export function CloseShift(props: { readonly onBack: () => void; readonly onClosed: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const [way, setWay] = useState<Way>('pieces')
  const [entry, setEntry] = useState('')
  const [pieces, setPieces] = useState(noPieces)
  const count = way === 'pieces' ? countOf(pieces) : null
  const counted = way === 'sum' ? amountOf(entry) : count && sumOf(pieces)
  const close = async () => {
    if (counted === null || busy) return
    if ((await send({ type: 'closeShift', counted, count })).ok) props.onClosed()
  }
  const ways = (
    <Choice<Way>
      label={say('count.way')}
      chosen={way}
      onChoose={setWay}
      options={[
        { key: 'pieces', face: say('count.way.pieces'), testId: 'count-pieces' },
        { key: 'sum', face: say('count.way.sum'), testId: 'count-sum' },
      ]}
    />
  )
  const foot = (
    <>
      <Button
        look="primary"
        size="large"
        wide
        busy={busy}
        isDisabled={counted === null}
        testId="close-confirm"
        onPress={() => void close()}
      >
        {counted === null
          ? say('shift.close.enter')
          : say('shift.close.confirm', { amount: amountIn(counted, say) })}
      </Button>
      <Button look="quiet" icon="back" wide onPress={props.onBack} isDisabled={busy}>
        {say('app.back')}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  )
  if (way === 'sum')
    return (
      <MoneyForm
        title={say('shift.close.title')}
        body={say('shift.close.body')}
        label={say('shift.counted')}
        entry={entry}
        onEntry={setEntry}
        onEnter={() => void close()}
        testId="counted"
      >
        {ways}
        {foot}
      </MoneyForm>
    )
  return (
    <section className={css.form}>
      <h2 className={css.title}>{say('shift.close.title')}</h2>
      <p className={css.body}>{say('count.body')}</p>
      <div className={css.ways}>{ways}</div>
      <CountByPieces entries={pieces} onEntries={setPieces} onDone={() => void close()}>
        {foot}
      </CountByPieces>
    </section>
  )
}
