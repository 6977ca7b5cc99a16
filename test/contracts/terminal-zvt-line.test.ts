import { terminalLineContract } from './terminal-line.contract.ts'
import { zvtRigOver, zvtTraits } from './zvt-rig.ts'

terminalLineContract('zvt in bare APDUs on a bad line', zvtRigOver('tcp'), zvtTraits)
