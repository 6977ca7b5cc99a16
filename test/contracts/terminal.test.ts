import { memoryRig, serialRig, tcpRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'

terminalContract('naps in memory, at the guide’s own times', () => memoryRig())
terminalContract('naps over tcp', tcpRig)
terminalContract('naps over a serial line', serialRig)
