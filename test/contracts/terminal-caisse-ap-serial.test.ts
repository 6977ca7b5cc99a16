import { quickTraits, serialRig } from './caisse-ap-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('caisse-ap over a serial line', serialRig, quickTraits)
terminalRecoveryContract('caisse-ap over a serial line, after a break', serialRig, quickTraits)
