import { useState } from 'react'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import { useAsk } from '../../../api/ask.ts'
import { type Say, useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { useTerminalName } from '../terminal-name.ts'
import css from './Acquirers.module.css'

const whenWords = ({ when }: AcquirerConfig, say: Say): string =>
  when.at === 'hour'
    ? say('settlements.settle.hour', { hour: `\u2066${when.hour}\u2069` })
    : say(`acquirers.when.${when.at}`)

/** One acquirer: how and when it settles which terminal, and whether it can be reached. */
export function AcquirerCard(props: {
  readonly acquirer: AcquirerConfig
  readonly inCharge: boolean
  readonly onEdit: () => void
  readonly onDrop: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [answer, setAnswer] = useState('')
  const terminalName = useTerminalName()
  const { acquirer, inCharge } = props
  const { id, name, way, terminals } = acquirer
  const check = async () => {
    setAnswer('')
    const said = await ask((till) => till.settlements.check({ acquirer: id }))
    if (!said.ok) return
    const { text } = said.value
    setAnswer(
      text === ''
        ? say('acquirers.check.well')
        : say('acquirers.check.answer', { text: `\u2068${text}\u2069` }),
    )
  }
  return (
    <Card data-testid={`acquirer-${id}`} data-way={way.kind}>
      <header>
        <h3 className={css.name}>
          <bdi>{name}</bdi>
        </h3>
        <p className={css.quiet}>{say(`acquirers.way.${way.kind}`)}</p>
      </header>
      <Facts>
        <Fact name={say('acquirers.fact.terminals')}>
          {terminals.map((terminal) => (
            <bdi key={terminal}>{terminalName(terminal)} </bdi>
          ))}
        </Fact>
        <Fact name={say('acquirers.fact.when')}>{whenWords(acquirer, say)}</Fact>
        {way.kind === 'host' ? (
          <Fact name={say('acquirers.fact.place')}>
            <bdi dir="ltr">
              {way.place.host}:{way.place.port}
            </bdi>
            {' · '}
            {say(`acquirers.via.${way.place.via}`)}
          </Fact>
        ) : null}
      </Facts>
      {inCharge ? (
        <>
          <div className={css.buttons}>
            {way.kind === 'host' ? (
              <Button icon="net" busy={busy} testId={`check-${id}`} onPress={() => void check()}>
                {say('acquirers.check')}
              </Button>
            ) : null}
            <Button icon="plug" testId={`edit-${id}`} onPress={props.onEdit}>
              {say('acquirers.edit')}
            </Button>
            <Button look="quiet" icon="trash" testId={`drop-${id}`} onPress={props.onDrop}>
              {say('acquirers.drop')}
            </Button>
          </div>
          {way.kind === 'host' ? <p className={css.quiet}>{say('acquirers.check.hint')}</p> : null}
        </>
      ) : null}
      <DoneNote words={answer} />
      <RefusalNote refusal={refusal} onClose={clear} />
    </Card>
  )
}
