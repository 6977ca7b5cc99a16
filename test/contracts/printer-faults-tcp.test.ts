import { printerFaultContract, provingProfiles } from './printer-faults.contract.ts'
import { tcpWire } from './rig-wire.ts'

printerFaultContract('over TCP', 'other', tcpWire(), provingProfiles)
