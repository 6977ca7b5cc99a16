import { guideTraits, memoryRig } from './naps-rig.ts'
import { terminalLineContract } from './terminal-line.contract.ts'

terminalLineContract('naps on a bad line', memoryRig, guideTraits)
