import { memoryRig, protocolTraits } from './caisse-ap-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalLineContract } from './terminal-line.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

const pace = 'caisse-ap in memory, at its usual pace'
terminalContract(pace, () => memoryRig(), protocolTraits)
terminalRecoveryContract(`${pace}, after a break`, () => memoryRig(), protocolTraits)
terminalLineContract('caisse-ap on a bad line', memoryRig, protocolTraits)
