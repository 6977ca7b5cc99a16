import { terminalLineContract } from './terminal-line.contract.ts'
import { memoryZvtRig, zvtTraits } from './zvt-rig.ts'

terminalLineContract('zvt in bare APDUs on a bad line', (plan) => memoryZvtRig('tcp', plan), zvtTraits)
