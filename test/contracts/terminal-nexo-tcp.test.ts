import { tcpRig, tcpTraits } from './nexo-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('nexo over tcp', () => tcpRig(), tcpTraits)
terminalRecoveryContract('nexo over tcp, after a break', () => tcpRig(), tcpTraits)
