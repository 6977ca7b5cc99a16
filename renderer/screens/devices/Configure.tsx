import { useQuery } from '@tanstack/react-query'
import { useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { Loading } from '../../widgets/EmptyState.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import { DeviceForm } from './DeviceForm.tsx'
import type { ConfiguredKind } from './wirings.data.ts'

/** What one device is and where, asked of the till first so that nothing is guessed. */
export function Configure(props: {
  readonly kind: ConfiguredKind
  /** Which of several printers; 0: the main one, and every other kind of device. */
  readonly seat: number
  readonly onEnd: () => void
}) {
  const { kind, onEnd } = props
  const { say } = useWords()
  const queries = useTillQueries()
  const what = props.seat === 0 ? kind : 'otherPrinter'
  const config = useQuery({ ...queries.devices.config.queryOptions(), staleTime: 0, gcTime: 0 })
  return (
    <Dialog title={say(`devices.configure.${what}`)} size="wide" onClose={onEnd} testId="configure-dialog">
      {config.isError ? (
        <Unread onRetry={() => void config.refetch()} />
      ) : config.data === undefined ? (
        <Loading label={say('devices.loading')} rows={3} />
      ) : (
        <DeviceForm kind={kind} seat={props.seat} config={config.data} onSaved={onEnd} />
      )}
    </Dialog>
  )
}
