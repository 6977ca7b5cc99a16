import { napsContract } from './naps.contract.ts'
import { quickTraits, serialRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('naps over a serial line', serialRig, quickTraits)
terminalRecoveryContract('naps over a serial line, after a break', serialRig, quickTraits)
napsContract('naps over a serial line, by the guide', serialRig, quickTraits)
