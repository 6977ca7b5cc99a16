import { marketplaceContract } from '../contracts/marketplace.contract.ts'
import { vendureRaces } from './vendure-races.ts'
import { vendureRig } from './vendure-rig.ts'

marketplaceContract('a real Vendure on SQLite', () => vendureRig())
vendureRaces('one of a kind, on SQLite', () => vendureRig())
