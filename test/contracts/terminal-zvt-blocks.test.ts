import { terminalLineContract } from './terminal-line.contract.ts'
import { memoryZvtRig, zvtTraits } from './zvt-rig.ts'

// A file of its own, as the bare APDUs: each takes its time.
terminalLineContract('zvt in blocks on a bad line', (plan) => memoryZvtRig('serial', plan), zvtTraits)
