import { maskText } from './masking.ts'
import { declined } from './outcomes.ts'
import type { ChargeHooks, ChargeOutcome } from './terminal.ts'

/**
 * Opens the line of a request that moves money, and runs it. Until the line stands nothing has been written: whatever
 * goes wrong or is called off by then is certain to have charged nobody.
 * @param open rejects when no line comes about
 * @param run is given a line on which nothing was written yet, and closes it
 */
export async function overFreshLine<Line extends { close(): Promise<void> }>(
  { signal, onStep }: ChargeHooks,
  open: () => Promise<Line>,
  run: (line: Line) => Promise<ChargeOutcome>,
): Promise<ChargeOutcome> {
  const cancelled = declined('TILL-CANCELLED')
  if (signal.aborted) return cancelled
  onStep('connecting', '')
  let line: Line
  try {
    line = await open()
  } catch (error) {
    return signal.aborted ? cancelled : declined('TILL-UNREACHABLE', maskText((error as Error).message))
  }
  if (!signal.aborted) return run(line)
  await line.close()
  return cancelled
}
