import { acquirerHostContract } from './acquirer-host.contract.ts'
import { tlsHostRig } from './acquirer-rig.ts'

acquirerHostContract('tls', tlsHostRig)
