import { acquirerHostContract } from './acquirer-host.contract.ts'
import { memoryHostRig } from './acquirer-rig.ts'

acquirerHostContract('memory', memoryHostRig)
