import { useState } from 'react'
import type { ProbeResult } from '#shared/contract/devices.ts'
import { troubleWords } from '#shared/i18n/refusals/trouble-words.ts'
import { useAsk } from '../../api/ask.ts'
import { protocolName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { Abilities } from './Abilities.tsx'
import { answered } from './answered.ts'
import type { DeviceDraft } from './device-draft.ts'
import { asProtocol, terminalOf } from './device-draft.ts'
import css from './TryPanel.module.css'
import { useInSight } from './use-in-sight.ts'

/** Asks whatever is at the place whether it speaks what was chosen, and offers what it speaks instead. */
export function TryPanel(props: {
  readonly draft: DeviceDraft
  readonly whole: boolean
  readonly onDraft: (draft: DeviceDraft) => void
  readonly onTried: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const { draft } = props
  const [result, setResult] = useState<{ readonly of: DeviceDraft; readonly said: ProbeResult } | null>(null)
  const tryIt = async () => {
    props.onTried()
    setResult(null)
    if (!props.whole) return
    const said = await ask((till) => till.devices.probe(terminalOf(draft)))
    if (said.ok) setResult({ of: draft, said: said.value })
  }
  // An answer about another place or protocol than the form now shows is no answer.
  const said = result !== null && result.of === draft ? result.said : null
  const panel = useInSight<HTMLDivElement>(said)
  return (
    <div className={css.try} ref={panel}>
      <div className={css.ask}>
        <Button icon="refresh" busy={busy} testId="try" onPress={() => void tryIt()}>
          {say('setup.try')}
        </Button>
        <p className={css.note}>{say('setup.try.note')}</p>
      </div>
      <div role="status">{said === null ? null : <Answer said={said} {...props} />}</div>
      <RefusalNote refusal={refusal} />
    </div>
  )
}

function Answer(props: {
  readonly said: ProbeResult
  readonly draft: DeviceDraft
  readonly onDraft: (draft: DeviceDraft) => void
}) {
  const { say, language } = useWords()
  const { said, draft } = props
  const text = `\u2068${said.text}\u2069`
  if (said.ok) {
    return (
      <div className={css.answer} data-tone="good" data-testid="try-well">
        <Icon name="tick" />
        <div className={css.words}>
          <p className={css.title}>{answered(draft.protocol, said.text, say)}</p>
          <Abilities can={said.capabilities} />
        </div>
      </div>
    )
  }
  const trouble = troubleWords(said.trouble, language)
  const { speaks } = said
  const other = speaks === null ? '' : `\u2066${protocolName(speaks)}\u2069`
  return (
    <div className={css.answer} data-tone="wait" data-testid="try-trouble" data-trouble={said.trouble}>
      <Icon name="warn" />
      <div className={css.words}>
        <p className={css.title}>
          {speaks === null
            ? trouble.title
            : say('setup.try.speaks', { other, chosen: `\u2066${protocolName(draft.protocol)}\u2069` })}
        </p>
        {speaks === null ? <p>{trouble.next}</p> : null}
        {said.text === '' || speaks !== null ? null : <p className={css.note}>{text}</p>}
        {speaks === null ? null : (
          <Button
            testId="try-switch"
            onPress={() => {
              // The port stays: it is where the answer came from.
              const { port, baud } = draft.place
              const switched = asProtocol(draft, speaks)
              props.onDraft({ ...switched, place: { ...switched.place, port, baud } })
            }}
          >
            {say('setup.try.switch', { other })}
          </Button>
        )}
      </div>
    </div>
  )
}
