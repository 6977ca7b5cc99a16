import { readerSimulators, type SimulatedReader } from '#drivers/simulators/reader/simulators.ts'
import { readerContract } from './reader.contract.ts'
import { hidRig } from './reader-rig.ts'

for (const protocol of Object.keys(readerSimulators) as SimulatedReader[]) {
  readerContract(`${protocol} over a HID bus`, () => hidRig(protocol))
}
