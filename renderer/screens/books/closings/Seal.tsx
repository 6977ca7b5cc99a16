import type { ClosingDetail, SealState } from '#shared/contract/books/closings-door.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import type { IconName } from '../../../widgets/icons.data.ts'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { StatusDot, type Tone } from '../../../widgets/StatusDot.tsx'

const faces: Readonly<Record<SealState, { readonly tone: Tone; readonly icon: IconName }>> = {
  good: { tone: 'good', icon: 'tick' },
  none: { tone: 'wait', icon: 'question' },
  stranger: { tone: 'wait', icon: 'warn' },
  broken: { tone: 'stop', icon: 'warn' },
}

/** Whether what is shown is what was signed, and by whom. */
export function Seal({ detail }: { readonly detail: ClosingDetail }) {
  const { say } = useWords()
  const { seal, key, closing } = detail
  return (
    <Part title={say('closings.seal')} testId="closing-seal">
      <p data-seal={seal}>
        <StatusDot {...faces[seal]}>{say(`closings.seal.${seal}`)}</StatusDot>
      </p>
      <Facts>
        {key === null ? null : (
          <Fact name={say('closings.seal.key')}>
            <bdi dir="ltr">{key}</bdi>
          </Fact>
        )}
        <Fact name={say('closings.seal.head')}>
          <bdi dir="ltr">{`${closing.entries.last} · ${closing.head.slice(0, 10)}`}</bdi>
        </Fact>
      </Facts>
    </Part>
  )
}
