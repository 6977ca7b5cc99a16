import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'
import { memoryZvtRig, type ZvtLink, zvtTraits } from './zvt-rig.ts'

for (const link of ['tcp', 'serial'] satisfies ZvtLink[]) {
  const pace = `zvt in memory (${link}), at the protocol’s own times`
  terminalContract(pace, () => memoryZvtRig(link), zvtTraits)
  terminalRecoveryContract(`${pace}, after a break`, () => memoryZvtRig(link), zvtTraits)
}
