import { memoryRig, memoryTraits } from './nexo-rig.ts'
import { terminalLineContract } from './terminal-line.contract.ts'

terminalLineContract('nexo on a bad line', memoryRig, memoryTraits)
