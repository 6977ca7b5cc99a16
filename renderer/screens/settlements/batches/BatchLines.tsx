import type { BatchLine } from '#shared/contract/settlements.ts'
import { type Say, useWords } from '../../../i18n/Words.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import type { IconName } from '../../../widgets/icons.data.ts'
import { LongList } from '../../../widgets/LongList.tsx'
import css from '../Movement.module.css'
import { Movement } from '../Movement.tsx'

/** Two lines of text and the room around them, CSS px. */
const rowHeight = 66
/** DE 39 of what the host took. */
const taken = '00'

interface Said {
  readonly words: string
  readonly icon: IconName
  readonly tone: 'good' | 'wait' | 'idle'
}

function ofCode(code: string | null, say: Say): Said {
  if (code === null) return { words: say('settlements.line.code.none'), icon: 'minus', tone: 'idle' }
  if (code === taken) return { words: say('settlements.line.code.taken'), icon: 'tick', tone: 'good' }
  const words = say('settlements.line.code.other', { code: `\u2066${code}\u2069` })
  return { words, icon: 'warn', tone: 'wait' }
}

const ofStatement = (paidBy: BatchLine['paidBy'], say: Say): Said =>
  paidBy === null
    ? { words: say('settlements.line.unpaid'), icon: 'wait', tone: 'idle' }
    : { words: say('settlements.line.paid', { line: String(paidBy.line) }), icon: 'tick', tone: 'good' }

/** Each movement of a settlement with what the host said of it and which line of a statement pays it. */
export function BatchLines({ lines }: { readonly lines: readonly BatchLine[] }) {
  const { say } = useWords()
  return (
    <LongList
      label={say('settlements.lines')}
      items={lines}
      keyOf={({ movement }) => movement.attemptId}
      rowHeight={rowHeight}
      testId="batch-lines"
    >
      {({ movement, code, paidBy }) => (
        <div
          className={`${css.row} ${css.wide}`}
          data-testid={`movement-${movement.ticket}`}
          data-code={code}
        >
          <Movement movement={movement} />
          <span className={css.said}>
            <Marked said={ofCode(code, say)} />
            <Marked said={ofStatement(paidBy, say)} />
          </span>
        </div>
      )}
    </LongList>
  )
}

const Marked = ({ said: { words, icon, tone } }: { readonly said: Said }) => (
  <span className={css.marked} data-tone={tone}>
    <Icon name={icon} size={16} />
    {words}
  </span>
)
