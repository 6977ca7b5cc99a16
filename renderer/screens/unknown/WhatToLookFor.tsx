import type { AttemptView } from '#shared/checkout/view.ts'
import type { DeviceView } from '#shared/contract/devices.ts'
import { unknownWords } from '#shared/i18n/refusals/unknown-words.ts'
import { useWords } from '../../i18n/Words.tsx'
import css from './UnknownOutcome.module.css'

/** What happened, what the till does, and where on this kind of terminal the truth is written. */
export function WhatToLookFor(props: {
  readonly attempt: AttemptView
  readonly terminal: DeviceView | undefined
}) {
  const { say, language } = useWords()
  const { attempt, terminal } = props
  const words = unknownWords(
    {
      cause: attempt.unknown?.cause ?? 'noAnswer',
      purpose: attempt.purpose,
      protocol: attempt.unknown?.lookFor || (terminal?.protocol ?? ''),
      askable: terminal?.capabilities?.query ?? true,
    },
    language,
  )
  return (
    <dl className={css.facts}>
      <div>
        <dt>{say('unknown.why')}</dt>
        <dd>{words.what}</dd>
      </div>
      <div>
        <dt>{say('unknown.doing')}</dt>
        <dd>{words.doing}</dd>
      </div>
      <div>
        <dt>{say('unknown.lookFor')}</dt>
        <dd>{words.lookFor}</dd>
        <dd>{words.proof}</dd>
        {terminal?.simulated ? <dd>{say('unknown.practice')}</dd> : null}
      </div>
    </dl>
  )
}
