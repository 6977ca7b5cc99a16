import { memoryRig, protocolTraits } from './concert-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalLineContract } from './terminal-line.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

const pace = 'concert in memory, at the protocol’s own times'
terminalContract(pace, () => memoryRig(), protocolTraits)
terminalRecoveryContract(`${pace}, after a break`, () => memoryRig(), protocolTraits)
terminalLineContract('concert on a bad line', memoryRig, protocolTraits)
