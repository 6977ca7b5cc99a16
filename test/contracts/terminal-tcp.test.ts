import { napsContract } from './naps.contract.ts'
import { quickTraits, tcpRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

// A file of its own, as the serial line: they mostly wait, and wait beside each other.
terminalContract('naps over tcp', tcpRig, quickTraits)
terminalRecoveryContract('naps over tcp, after a break', tcpRig, quickTraits)
napsContract('naps over tcp, by the guide', tcpRig, quickTraits)
