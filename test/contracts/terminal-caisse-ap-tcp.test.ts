import { quickTraits, tcpRig } from './caisse-ap-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('caisse-ap over tcp', tcpRig, quickTraits)
terminalRecoveryContract('caisse-ap over tcp, after a break', tcpRig, quickTraits)
