import { memoryTraits, rigOver } from './nexo-rig.ts'
import { terminalLineContract } from './terminal-line.contract.ts'

terminalLineContract('nexo on a bad line', rigOver, memoryTraits)
