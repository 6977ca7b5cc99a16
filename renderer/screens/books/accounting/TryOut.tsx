import { useState } from 'react'
import type { AccountingSettings } from '#shared/books/accounting/accounting-settings.ts'
import type { NumberedEntry } from '#shared/books/accounting/number-entries.ts'
import type { JournalPreview } from '#shared/contract/books/accounting.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DayEntry } from '../../../widgets/DayEntry.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Labelled } from '../../../widgets/Labelled.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './Accounting.module.css'

/** One day as it would be booked, before anything is kept. @param settings `null`: something is typed wrongly */
export function TryOut(props: { readonly settings: AccountingSettings | null; readonly today: BusinessDay }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { settings, today } = props
  const [day, setDay] = useState<BusinessDay | null>(today)
  const [preview, setPreview] = useState<JournalPreview | null>(null)
  const show = async () => {
    if (day === null || settings === null) return
    const said = await ask((till) => till.accounting.preview({ day, settings }))
    setPreview(said.ok ? said.value : null)
  }
  return (
    <Part title={say('accounting.try')} testId="accounting-try">
      <Card roomy>
        <p className={css.quiet}>{say('accounting.try.body')}</p>
        <div className={css.day}>
          <DayEntry
            label={say('accounting.day')}
            day={today}
            onDay={(typed) => {
              clear()
              setDay(typed)
            }}
            testId="try-day"
          />
          <Button
            icon="search"
            busy={busy}
            isDisabled={day === null || settings === null}
            testId="try-show"
            onPress={() => void show()}
          >
            {say('accounting.show')}
          </Button>
        </div>
        <RefusalNote refusal={refusal} onClose={clear} />
        {preview === null ? null : <Preview preview={preview} />}
      </Card>
    </Part>
  )
}

function Preview({ preview }: { readonly preview: JournalPreview }) {
  const { say } = useWords()
  const { entries, text, openShifts, replaced, cut } = preview
  return (
    <div className={css.preview} data-testid="preview">
      {openShifts === 0 ? null : (
        <p className={css.note}>{say('accounting.openShifts', { count: openShifts })}</p>
      )}
      {entries.length === 0 ? (
        <EmptyState icon="search" title={say('accounting.nothing')} />
      ) : (
        <>
          {entries.map((entry) => (
            <Entry key={entry.number} entry={entry} />
          ))}
          <Labelled label={say('accounting.file')}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre className={css.file} dir="ltr" tabIndex={0} data-testid="preview-file">
              {text.join('\n')}
            </pre>
          </Labelled>
          {replaced === 0 ? null : (
            <p className={css.note}>{say('accounting.replaced', { count: replaced })}</p>
          )}
          {cut === 0 ? null : <p className={css.note}>{say('accounting.cut', { count: cut })}</p>}
        </>
      )}
    </div>
  )
}

function Entry({ entry }: { readonly entry: NumberedEntry }) {
  const { say } = useWords()
  return (
    <table className={css.entry}>
      <caption>
        <span className={css.journal}>
          <bdi>{entry.journal}</bdi> · <bdi>{entry.piece}</bdi> · <bdi dir="ltr">{dayIn(entry.date)}</bdi>
        </span>
        <bdi>{entry.label}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('accounting.column.account')}</th>
          <th scope="col">{say('accounting.column.label')}</th>
          <th scope="col">{say('accounting.column.debit')}</th>
          <th scope="col">{say('accounting.column.credit')}</th>
        </tr>
      </thead>
      <tbody>
        {entry.lines.map((line) => (
          <tr key={`${line.account} ${line.auxiliary} ${line.label}`}>
            <td>
              <bdi dir="ltr">{line.auxiliary || line.account}</bdi>
              <span className={css.name}>
                <bdi>{line.auxiliaryName || line.accountName}</bdi>
              </span>
            </td>
            <td>
              <bdi>{line.label}</bdi>
            </td>
            <td className={css.amount}>{line.debit === 0 ? null : <Amount minor={line.debit} />}</td>
            <td className={css.amount}>{line.credit === 0 ? null : <Amount minor={line.credit} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
