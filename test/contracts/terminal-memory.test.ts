import { napsContract } from './naps.contract.ts'
import { guideTraits, memoryRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

const pace = 'naps in memory, at the guide’s own times'
terminalContract(pace, () => memoryRig(), guideTraits)
terminalRecoveryContract(`${pace}, after a break`, () => memoryRig(), guideTraits)
napsContract(`${pace}, by the guide`, () => memoryRig(), guideTraits)
