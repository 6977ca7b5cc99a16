import { useQuery } from '@tanstack/react-query'
import type { DeviceView, TraceLine } from '#shared/contract/devices.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { saveFile } from '../../input/save-file.ts'
import { Button } from '../../widgets/Button.tsx'
import { Sheet } from '../../widgets/Dialog.tsx'
import { EmptyState, Loading } from '../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import css from './TraceSheet.module.css'

const arrows: Readonly<Record<TraceLine['direction'], string>> = { out: '→', in: '←', noise: '≈' }

/** What went over a device's wire, for somebody on the telephone with its maker; no card number is in it. */
export function TraceSheet({
  device,
  onClose,
}: {
  readonly device: DeviceView
  readonly onClose: () => void
}) {
  const { say } = useWords()
  const queries = useTillQueries()
  const trace = useQuery({
    ...queries.devices.trace.queryOptions({ input: { id: device.id } }),
    staleTime: 0,
    gcTime: 0,
  })
  const answer = trace.data
  const lines = answer?.ok ? answer.value.lines : []
  const body = () => {
    if (trace.isError) return <Unread onRetry={() => void trace.refetch()} />
    if (answer === undefined) return <Loading label={say('devices.loading')} rows={6} />
    if (!answer.ok) return <RefusalNote refusal={answer.refusal} />
    if (lines.length === 0) {
      return <EmptyState icon="list" title={say('care.trace.empty')} body={say('care.trace.emptyBody')} />
    }
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
      <ol className={css.lines} dir="ltr" tabIndex={0} data-testid="trace-lines">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in everything
          <li key={place} className={css.line} data-direction={line.direction}>
            <time className={css.time}>{isoLocal(line.at).slice(11, 19)}</time>
            <span className={css.arrow} aria-hidden="true">
              {arrows[line.direction]}
            </span>
            <span className="spoken">{say(`care.trace.${line.direction}`)}</span>
            <code className={css.text}>{line.text}</code>
          </li>
        ))}
      </ol>
    )
  }
  return (
    <Sheet
      title={say('care.trace.title')}
      size="wide"
      onClose={onClose}
      testId="trace-sheet"
      foot={
        <>
          <Button
            icon="refresh"
            busy={trace.isFetching}
            testId="trace-again"
            onPress={() => void trace.refetch()}
          >
            {say('care.trace.again')}
          </Button>
          <Button
            look="primary"
            icon="save"
            testId="trace-save"
            isDisabled={lines.length === 0}
            onPress={() => {
              if (answer?.ok) saveFile(`hanout-${device.id}.txt`, answer.value.text)
            }}
          >
            {say('care.trace.save')}
          </Button>
        </>
      }
    >
      <p className={css.note}>{say('care.trace.body')}</p>
      {body()}
    </Sheet>
  )
}
