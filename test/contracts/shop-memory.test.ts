import { shopDatabaseContract } from './shop-database.contract.ts'
import { memoryRig } from './shop-rig.ts'

shopDatabaseContract(memoryRig)
