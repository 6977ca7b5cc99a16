import pg from 'pg'
import { cart, done, openPostgres, sku } from '../contracts/shop-rig.ts'

// A till that is killed: it takes what it is told to, says so, and hangs. Arguments: url, shop, `claim` or `lock`.
const [url = '', shop = '', what] = process.argv.slice(2)
if (what === 'claim') await done(openPostgres(url, shop).claim(sku('RUG-A'), cart('killed', 's1'), 600))
else {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN')
  await client.query("UPDATE claims SET place = 'sold', ticket = 9 WHERE shop = $1 AND sku = 'RUG-A'", [shop])
}
process.stdout.write('taken\n')
setInterval(() => {}, 1_000)
