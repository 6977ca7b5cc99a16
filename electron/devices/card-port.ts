import type { ChargeHooks, ChargeOutcome, Terminal } from '#drivers/terminals/terminal.ts'
import type { CardTerminal } from '#electron/checkout/ports.ts'

/** Runs what moves money, or asks about it, watched by the device. */
export type MoveMoney = (
  hooks: ChargeHooks,
  run: (watched: ChargeHooks) => Promise<ChargeOutcome>,
) => Promise<ChargeOutcome>

/** A driver as the checkout sees it: every operation on money goes through `move`, and what it cannot do is absent. */
export function cardPort(id: string, name: string, driver: Terminal, move: MoveMoney): CardTerminal {
  const undo = driver.void?.bind(driver)
  const refund = driver.refund?.bind(driver)
  return {
    id,
    name,
    protocol: driver.protocol,
    capabilities: driver.capabilities,
    charge: (request, hooks) => move(hooks, (watched) => driver.charge(request, watched)),
    recover: (request, hooks) => move(hooks, (watched) => driver.recover(request, watched)),
    ...(undo && { void: (request, hooks) => move(hooks, (watched) => undo(request, watched)) }),
    ...(refund && { refund: (request, hooks) => move(hooks, (watched) => refund(request, watched)) }),
  }
}
