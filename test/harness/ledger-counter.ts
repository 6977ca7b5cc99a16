import { takeTurn } from '#electron/checkout/turn.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import type { Command } from '#shared/checkout/command.ts'
import { initialState } from '#shared/checkout/machine.ts'

/** Answers a command with its refusal's code; `null`: it was taken. */
export type Send = (command: Command) => string | null

/** A counter without devices over a real ledger: each command is one turn, from what the ledger gives it. */
export function counterOn(ledger: Ledger, clock: Clock): Send {
  let state = initialState()
  return (command) => {
    const world = { ledger, terminal: { current: () => null }, clock, ids: randomIds }
    const turn = takeTurn(world, state, { type: 'command', command }, 'amina')
    if (!turn.ok) return turn.refusal.code
    state = turn.next
    return null
  }
}
