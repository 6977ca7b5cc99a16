import { quickTraits, tcpRig } from './concert-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('concert over tcp', tcpRig, quickTraits)
terminalRecoveryContract('concert over tcp, after a break', tcpRig, quickTraits)
