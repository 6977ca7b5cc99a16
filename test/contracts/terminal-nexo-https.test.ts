import { httpsRig, httpsTraits } from './nexo-rig.ts'
import { terminalContract } from './terminal.contract.ts'
import { terminalRecoveryContract } from './terminal-recovery.contract.ts'

terminalContract('nexo over https', () => httpsRig(), httpsTraits)
terminalRecoveryContract('nexo over https, after a break', () => httpsRig(), httpsTraits)
