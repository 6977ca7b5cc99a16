import type { RigTraits } from './terminal-rig.ts'
import { type SettleTraits, settleLineContract, terminalSettleContract } from './terminal-settle.contract.ts'
import { memoryZvtRig, quickZvtTraits, serialZvtRig, tcpZvtRig, zvtTraits } from './zvt-rig.ts'

/** One sum (BMP 04), and nothing of what it is made of. */
const told = (traits: RigTraits): SettleTraits => ({ ...traits, tells: ['net'] })

terminalSettleContract('zvt in memory, end of day', () => memoryZvtRig('tcp'), told(zvtTraits))
terminalSettleContract('zvt over tcp, end of day', tcpZvtRig, told(quickZvtTraits))
terminalSettleContract('zvt over a serial line, end of day', serialZvtRig, told(quickZvtTraits))
for (const link of ['tcp', 'serial'] as const) {
  const over = (plan: Parameters<typeof memoryZvtRig>[1]) => memoryZvtRig(link, plan)
  settleLineContract(`zvt as over ${link} on a bad line, end of day`, over, told(zvtTraits))
}
