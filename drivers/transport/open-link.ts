import type { Timers } from './timers.ts'
import type { Link, Transport } from './transport.ts'
import { TransportError } from './transport.ts'

/**
 * A fresh link for one operation: whatever a former one left on its way is not heard on it.
 * @param signals any of them aborted gives up opening
 * @throws TransportError when no line comes about within `connectMs`
 */
export async function openLink(
  transport: Transport,
  timers: Timers,
  connectMs: number,
  ...signals: readonly AbortSignal[]
): Promise<Link> {
  const limit = new AbortController()
  const giveUp = (): void => limit.abort()
  const cancel = timers.after(connectMs, giveUp)
  for (const each of signals) each.addEventListener('abort', giveUp)
  try {
    if (signals.some((each) => each.aborted)) throw new TransportError('aborted', 'gave up before opening')
    return await transport.open(limit.signal)
  } finally {
    cancel()
    for (const each of signals) each.removeEventListener('abort', giveUp)
  }
}
