import { marketplaceContract } from '../contracts/marketplace.contract.ts'
import { vendureRig } from './vendure-rig.ts'

marketplaceContract('a real Vendure on SQLite', () => vendureRig())
