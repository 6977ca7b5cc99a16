import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'
import { quickZvtTraits, serialZvtRig } from './zvt-rig.ts'

terminalContract('zvt over a serial line', serialZvtRig, quickZvtTraits)
terminalRecoveryContract('zvt over a serial line, after a break', serialZvtRig, quickZvtTraits)
