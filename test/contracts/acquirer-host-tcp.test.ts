import { acquirerHostContract } from './acquirer-host.contract.ts'
import { tcpHostRig } from './acquirer-rig.ts'

acquirerHostContract('tcp', tcpHostRig)
