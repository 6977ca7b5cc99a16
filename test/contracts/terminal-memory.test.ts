import { memoryRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'

terminalContract('naps in memory, at the guide’s own times', () => memoryRig())
