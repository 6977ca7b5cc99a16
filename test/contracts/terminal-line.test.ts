import { guideTraits, rigOver } from './naps-rig.ts'
import { terminalLineContract } from './terminal-line.contract.ts'

terminalLineContract('naps on a bad line', rigOver, guideTraits)
