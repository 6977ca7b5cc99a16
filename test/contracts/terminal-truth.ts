import { expect } from 'vitest'
import type { ChargeOutcome } from '#drivers/terminals/terminal.ts'
import type { RigTraits, TerminalRig } from './terminal-rig.ts'

/**
 * The rule above all others: what the till believes never contradicts what the terminal did. Approved: exactly this
 * money moved. Declined: none did. Unknown and approved-but-unconfirmed may be either, never twice.
 */
export interface Moved {
  /** Centimes that stood before the operation. */
  readonly before: readonly number[]
  /** Centimes that stand if it was done. */
  readonly done: readonly number[]
}

/** A charge on a terminal where nothing stood. */
export const soldOnce = (minor = 12_550): Moved => ({ before: [], done: [minor] })

/** @throws AssertionError where the outcome is not true */
export function expectTrue(outcome: ChargeOutcome, standing: readonly number[], moved: Moved): void {
  if (outcome.outcome === 'approved') expect(standing).toEqual(moved.done)
  else if (outcome.outcome === 'declined') expect(standing).toEqual(moved.before)
  else expect([moved.before, moved.done]).toContainEqual(standing)
}

/** Long enough that whatever the terminal still does by itself is done: late approvals and reversals. */
export async function passEverything(rig: TerminalRig, traits: RigTraits): Promise<void> {
  await rig.pass(8 * (traits.cardMs + traits.authoriseMs) + 1.2 * (traits.reversalMs ?? 0))
}

/** Waits until an approval that nobody confirms is taken back, where the protocol does that. */
export const passReversal = (rig: TerminalRig, traits: RigTraits): Promise<void> =>
  rig.pass(1.2 * (traits.reversalMs ?? 0))

export const isOpen = ({ outcome }: ChargeOutcome): boolean =>
  outcome === 'unknown' || outcome === 'approvedUnconfirmed'
