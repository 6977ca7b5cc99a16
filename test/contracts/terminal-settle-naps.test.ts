import { guideTraits, memoryRig, quickTraits, serialRig, tcpRig } from './naps-rig.ts'
import type { RigTraits } from './terminal-rig.ts'
import { type SettleTraits, settleLineContract, terminalSettleContract } from './terminal-settle.contract.ts'

/** Its slip: sales, voids and their sum. It knows no refunds, so it says nothing of them. */
const told = (traits: RigTraits): SettleTraits => ({ ...traits, tells: ['sales', 'saleReversals', 'net'] })

terminalSettleContract('naps in memory, end of day', () => memoryRig(), told(guideTraits))
terminalSettleContract('naps over tcp, end of day', tcpRig, told(quickTraits))
terminalSettleContract('naps over a serial line, end of day', serialRig, told(quickTraits))
settleLineContract('naps on a bad line, end of day', memoryRig, told(guideTraits))
