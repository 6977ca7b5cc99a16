import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerSituations } from './terminal-answers.contract.ts'
import { cancelSituations } from './terminal-cancel.contract.ts'
import type { MakeRig, RigTraits, TerminalRig } from './terminal-rig.ts'
import { saleSituations } from './terminal-sale.contract.ts'
import { undoSituations } from './terminal-undo.contract.ts'

/**
 * The guarantees of `drivers/terminals/terminal.ts`, on any driver, over any wire, against the simulator's own record
 * of what it charged. What the driver cannot do and the simulator cannot show is left out by `traits`.
 */
export function terminalContract(name: string, makeRig: MakeRig, traits: RigTraits): void {
  describe(name, () => {
    let rig: TerminalRig
    beforeEach(async () => {
      rig = await makeRig()
    })
    afterEach(() => rig.dispose())

    test('it can what it says it can, and nothing else', () => {
      const { capabilities } = rig.terminal
      expect(capabilities).toEqual(traits.capabilities)
      expect(rig.terminal.void !== undefined).toBe(capabilities.void)
      expect(rig.terminal.refund !== undefined).toBe(capabilities.refund)
      expect(rig.terminal.settle !== undefined).toBe(capabilities.settle)
      expect(capabilities.query).toBe(traits.recovery !== 'nothing')
    })

    const situations: Situations[] = [saleSituations, answerSituations, cancelSituations, undoSituations]
    for (const each of situations) each(() => rig, traits)
  })
}

/** Registers tests on the rig that is up when they run. */
export type Situations = (rigNow: () => TerminalRig, traits: RigTraits) => void
