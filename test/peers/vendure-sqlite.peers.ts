import { marketplaceContract } from '../contracts/marketplace.contract.ts'
import { marketplaceFaults } from '../contracts/marketplace-faults.contract.ts'
import { marketplaceHolds } from '../contracts/marketplace-holds.contract.ts'
import { marketplaceMany } from '../contracts/marketplace-many.contract.ts'
import { shared } from './shared-peer.ts'
import { vendureRaces } from './vendure-races.ts'
import { vendureRig } from './vendure-rig.ts'

const onSqlite = shared(5, () => vendureRig())
marketplaceContract('a real Vendure on SQLite', onSqlite)
marketplaceMany('a real Vendure on SQLite', onSqlite)
marketplaceFaults('a real Vendure behind a proxy', { seeds: 2, eachInTurn: false }, onSqlite)
marketplaceHolds('one of a kind, Vendure on SQLite', 'holdForTill', onSqlite)
vendureRaces('our plugin, on SQLite', onSqlite)
