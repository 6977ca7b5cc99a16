import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'
import { quickZvtTraits, tcpZvtRig } from './zvt-rig.ts'

terminalContract('zvt over tcp', tcpZvtRig, quickZvtTraits)
terminalRecoveryContract('zvt over tcp, after a break', tcpZvtRig, quickZvtTraits)
