import { type NexoSimulatorOptions, nexoSimulator } from '#drivers/simulators/terminal/nexo/nexo-simulator.ts'
import { type NexoOptions, nexoTerminal } from '#drivers/terminals/nexo/nexo-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { poiId } from './nexo-rig.ts'

/** A terminal on a plain stream in virtual time, at the protocol's own pace, with all its options open. */
export function stage(
  simulated: Partial<NexoSimulatorOptions> = {},
  driven: Partial<Pick<NexoOptions, 'security' | 'saleId' | 'poiId'>> = {},
) {
  const timers = new VirtualTimers()
  const clock = () => ({ utcMs: Date.UTC(2026, 10, 23, 9) + timers.nowMs(), offsetMinutes: 60 })
  const simulator = nexoSimulator({ timers, clock, poiId, ...simulated })
  const wire: string[] = []
  let reachable = true
  let lateMs = 0
  const transport = memoryTransport('m', (far) => {
    if (!reachable) throw new TransportError('refused', 'away')
    const acceptInMs = lateMs
    lateMs = 0
    timers.after(acceptInMs, () => simulator.accept(far, 'tcp'))
  })
  const driver = () =>
    nexoTerminal({
      channel: 'tcp',
      transport,
      poiId,
      timers,
      wallClock: clock,
      onWire: ({ direction, text }) => wire.push(`${direction} ${text}`),
      ...driven,
    })
  return {
    timers,
    simulator,
    driver,
    transport,
    clock,
    wire,
    /** What the next connection carries reaches the terminal so much later. */
    delayFirst(ms: number) {
      lateMs = ms
    },
    /** A charge of 5.00 under this number, at this moment. */
    charge: (sequence: number) => ({ amount: dirham(500), currency: 'MAD', sequence, at: clock() }) as const,
    standing: () => simulator.standing().map(({ amountMinor }) => amountMinor),
    reach(possible: boolean) {
      reachable = possible
    },
  }
}
