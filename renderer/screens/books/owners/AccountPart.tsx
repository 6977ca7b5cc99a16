import { useState } from 'react'
import type { OwnerAccountView } from '#shared/contract/books/owners-door.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useSend } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DayEntry } from '../../../widgets/DayEntry.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Moves } from './Moves.tsx'
import css from './Owners.module.css'

/** What happened on an artisan's account over some days, and its statement on paper. */
export function AccountPart(props: {
  readonly view: OwnerAccountView
  readonly onRange: (range: DayRange) => void
}) {
  const { say } = useWords()
  const { period, card, today } = props.view
  const { send, busy, refusal } = useSend()
  const [printing, setPrinting] = useState('')
  const print = async () => {
    setPrinting('')
    const paper = { kind: 'ownerStatement', owner: card.owner, ...period.range } as const
    if ((await send({ type: 'printPaper', paper })).ok) setPrinting(say('owners.account.printing'))
  }
  const { sums } = period
  return (
    <Part
      title={say('owners.account')}
      testId="owner-account"
      tools={
        <Button icon="printer" busy={busy} testId="print-statement" onPress={() => void print()}>
          {say('owners.account.print')}
        </Button>
      }
    >
      <RefusalNote refusal={refusal} />
      <DoneNote words={printing} testId="statement-printing" />
      <Days
        key={`${period.range.from} ${period.range.to}`}
        range={period.range}
        today={today}
        onRange={props.onRange}
      />
      <Card>
        <Facts figures>
          {(['carried', 'gross', 'due', 'advances', 'payouts', 'left'] as const).map((key) => (
            <Fact key={key} name={say(`owners.sum.${key}`)}>
              <Amount
                minor={taken.has(key) && sums[key] !== 0 ? -sums[key] : sums[key]}
                testId={`sum-${key}`}
              />
            </Fact>
          ))}
        </Facts>
      </Card>
      <Moves period={period} />
    </Part>
  )
}

/** What goes off what is due. */
const taken: ReadonlySet<string> = new Set(['advances', 'payouts'])

function Days(props: {
  readonly range: DayRange
  readonly today: BusinessDay
  readonly onRange: (range: DayRange) => void
}) {
  const { say } = useWords()
  const { range, today } = props
  const [from, setFrom] = useState<BusinessDay | null>(range.from)
  const [to, setTo] = useState<BusinessDay | null>(range.to)
  const fits = from !== null && to !== null && from <= to && to <= today
  return (
    <div className={css.range}>
      <div>
        <DayEntry label={say('owners.account.from')} day={range.from} onDay={setFrom} testId="account-from" />
      </div>
      <div>
        <DayEntry
          label={say('owners.account.to')}
          day={range.to}
          onDay={setTo}
          error={
            from !== null && to !== null && !fits
              ? say('owners.range.wrong', { day: `\u2066${dayIn(today)}\u2069` })
              : null
          }
          testId="account-to"
        />
      </div>
      <Button
        isDisabled={!fits}
        testId="account-show"
        onPress={() => {
          if (fits) props.onRange({ from, to })
        }}
      >
        {say('owners.account.show')}
      </Button>
    </div>
  )
}
