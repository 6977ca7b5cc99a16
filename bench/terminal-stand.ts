import { simulatorKinds } from '#drivers/simulators/terminal/registry.ts'
import type { TerminalSimulator, Via } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { terminalKinds } from '#drivers/terminals/registry.ts'
import type { ChargeHooks, ChargeRequest, Terminal } from '#drivers/terminals/terminal.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'

/** A protocol over one kind of wire. Those behind TLS are left out: the handshake would be most of the figure. */
export interface Stand {
  readonly name: string
  readonly protocol: keyof typeof simulatorKinds
  readonly via: Extract<Via, 'tcp' | 'serial'>
}

export const stands: readonly Stand[] = (
  Object.keys(simulatorKinds) as (keyof typeof simulatorKinds)[]
).flatMap((protocol) =>
  (['tcp', 'serial'] as const)
    .filter((via) => via in terminalKinds[protocol].wirings)
    .map((via) => ({ name: `${protocol}, ${via}`, protocol, via })),
)

/** A terminal whose visitor and acquirer take no time. */
export const simulatorOf = (stand: Stand, timers: Timers): Promise<TerminalSimulator> =>
  simulatorKinds[stand.protocol].make({ timers }, { cardMs: 0, authoriseMs: 0 })

export const driverOf = (
  { protocol, via }: Stand,
  transport: Transport,
  timers: Timers = realTimers,
): Promise<Terminal> => terminalKinds[protocol].make({ transport, timers }, {}, via, 'real')

/** @param sequence [1, 999999] */
export const sale = (sequence: number): ChargeRequest => ({
  amount: dirham(12_550),
  currency: 'MAD',
  sequence,
  at: { utcMs: Date.UTC(2026, 10, 23, 9, 15) + sequence * 1_000, offsetMinutes: 60 },
})

/** A till that keeps an approval at once: what a real one takes for it is the figure `commit`. */
export const quietHooks = (): ChargeHooks => ({
  confirm: () => undefined,
  onStep: () => undefined,
  signal: new AbortController().signal,
})

/** Charges once. @throws Error when it is not approved: a bench of something that does not work says nothing */
export async function chargeOnce(terminal: Terminal, sequence: number): Promise<void> {
  const outcome = await terminal.charge(sale(sequence), quietHooks())
  if (outcome.outcome !== 'approved') throw new Error(`charge ${sequence}: ${JSON.stringify(outcome)}`)
}
