import { quickTraits, serialRig } from './concert-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('concert over a serial line', serialRig, quickTraits)
terminalRecoveryContract('concert over a serial line, after a break', serialRig, quickTraits)
