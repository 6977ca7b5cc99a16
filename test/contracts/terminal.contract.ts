import { describe, expect } from 'vitest'
import { answerSituations } from './terminal-answers.contract.ts'
import { cancelSituations } from './terminal-cancel.contract.ts'
import type { MakeRig, RigTraits } from './terminal-rig.ts'
import { saleSituations } from './terminal-sale.contract.ts'
import { rigTest } from './terminal-test.ts'
import { undoSituations } from './terminal-undo.contract.ts'

/**
 * The guarantees of `drivers/terminals/terminal.ts`, on any driver, over any wire, against the simulator's own record
 * of what it charged. What the driver cannot do and the simulator cannot show is left out by `traits`.
 */
export function terminalContract(name: string, makeRig: MakeRig, traits: RigTraits): void {
  describe(name, () => {
    const test = rigTest(makeRig)

    test('it can what it says it can, and nothing else', async ({ terminal }) => {
      const { capabilities } = terminal
      expect(capabilities).toEqual(traits.capabilities)
      expect(terminal.void !== undefined).toBe(capabilities.void)
      expect(terminal.refund !== undefined).toBe(capabilities.refund)
      expect(terminal.settle !== undefined).toBe(capabilities.settle)
      expect(terminal.totals !== undefined).toBe(capabilities.totals)
      expect(capabilities.query).toBe(traits.recovery !== 'nothing')
    })

    saleSituations(test, traits)
    answerSituations(test, traits)
    cancelSituations(test, traits)
    undoSituations(test, traits)
  })
}
