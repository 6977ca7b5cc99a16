import { printerFaultContract, provingProfiles } from './printer-faults.contract.ts'
import { serialWire } from './rig-wire.ts'

printerFaultContract(
  'over a serial line',
  'serial',
  serialWire({ baud: 115_200, flow: 'xonxoff' }),
  provingProfiles,
)
