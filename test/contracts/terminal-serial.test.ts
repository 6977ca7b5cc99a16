import { serialRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('naps over a serial line', serialRig)
terminalRecoveryContract('naps over a serial line, after a break', serialRig)
