import { serialRig } from './naps-rig.ts'
import { terminalContract } from './terminal.contract.ts'

terminalContract('naps over a serial line', serialRig)
