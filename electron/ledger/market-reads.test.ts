import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { liveOnMarket } from '#test/harness/ledger-market.ts'
import { connect } from './database.ts'
import { marketReads } from './market-reads.ts'
import { ledgerPath } from './open.ts'

/** Every statement that a set of reads prepares. */
function statementsOf(folder: string): readonly string[] {
  const db = connect(ledgerPath(folder), { readonly: true })
  const prepared: string[] = []
  const listening = new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name === 'prepare')
        return (sql: string) => {
          prepared.push(sql)
          return target.prepare(sql)
        }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  marketReads(listening, 'till' as never)
  db.close()
  return prepared
}

test('no question about the marketplace walks a history', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 60, tickets: 60 })
  liveOnMarket(ledger)
  ledger.close()
  const db = new Database(ledgerPath(folder), { readonly: true })
  const walked = statementsOf(folder).flatMap((sql) => {
    const asked = sql.replaceAll(/\?|@\w+/g, '1')
    const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked}`).all()
    return plan.flatMap(({ detail }) => (detail.startsWith('SCAN') ? [detail] : []))
  })
  db.close()
  // By an index in the order that is asked for; or what is as short as the shop is small: what is open, a count a state.
  const short =
    /USING (COVERING )?INDEX (online_orders_(open|tasks)|online_order_lines_promised|pieces_sold_twice)|^SCAN listing_counts$/
  const inOrder = /^SCAN items USING (COVERING )?INDEX sqlite_autoindex_items_1$/
  const byWords = /^SCAN items_search VIRTUAL TABLE INDEX/
  const connection = /^SCAN (market_connection|CONSTANT ROW)$/
  const allowed = [short, inOrder, byWords, connection]
  expect(walked.length).toBeGreaterThan(0)
  expect(walked.filter((detail) => !allowed.some((pattern) => pattern.test(detail)))).toEqual([])
})
