import { test } from 'vitest'
import type { MakeRig, TerminalRig } from './terminal-rig.ts'

/** Registers a test that has a rig of its own. Over real wires they mostly wait: so they wait beside each other. */
export type RigTest = (name: string, situation: (rig: TerminalRig) => Promise<void>) => void

export const rigTest =
  (makeRig: MakeRig): RigTest =>
  (name, situation) =>
    test.concurrent(name, async () => {
      const rig = await makeRig()
      try {
        await situation(rig)
      } finally {
        await rig.dispose()
      }
    })
