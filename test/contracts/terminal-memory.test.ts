import { memoryRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('naps in memory, at the guide’s own times', () => memoryRig())
terminalRecoveryContract('naps in memory, at the guide’s own times, after a break', () => memoryRig())
