import { memoryRig, memoryTraits } from './nexo-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

const pace = 'nexo in memory, at the protocol’s own times'
terminalContract(pace, () => memoryRig(), memoryTraits)
terminalRecoveryContract(`${pace}, after a break`, () => memoryRig(), memoryTraits)
