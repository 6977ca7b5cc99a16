import { httpsRig, httpsTraits, memoryRig, memoryTraits, tcpRig, tcpTraits } from './nexo-rig.ts'
import type { RigTraits } from './terminal-rig.ts'
import { type SettleTraits, settleLineContract, terminalSettleContract } from './terminal-settle.contract.ts'

/** Every type of transaction, and no sum. */
const told = (traits: RigTraits): SettleTraits => ({
  ...traits,
  tells: ['sales', 'saleReversals', 'refunds', 'refundReversals'],
})

terminalSettleContract('nexo in memory, end of day', () => memoryRig(), told(memoryTraits))
terminalSettleContract('nexo over tcp, end of day', () => tcpRig(), told(tcpTraits))
terminalSettleContract('nexo over https, end of day', () => httpsRig(), told(httpsTraits))
settleLineContract('nexo on a bad line, end of day', memoryRig, told(memoryTraits))
