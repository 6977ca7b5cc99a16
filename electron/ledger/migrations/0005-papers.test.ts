import { expect, test } from 'vitest'
import { oldLedger, rowsOf, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

test('0005: papers have not begun, nothing else moves', () => {
  const db = oldLedger(1, { items: 10, tickets: 5 })
  migrate(db, 4)
  const tables = tablesOf(db).filter((name) => !/_are_|_is_|^items_search|^head$/.test(name))
  const before = tables.map((name) => rowsOf(db, name))
  const [head] = rowsOf(db, 'head')
  migrate(db, 5)
  expect(tables.map((name) => rowsOf(db, name))).toEqual(before)
  expect(rowsOf(db, 'head')).toEqual([{ ...head, last_invoice: 0, last_export_form: 0, last_certificate: 0 }])
  const fresh = [
    'invoices',
    'export_forms',
    'certificates',
    'paper_prints',
    'shop_keys',
    'print_queue',
    'visitors',
  ]
  for (const name of fresh) expect(rowsOf(db, name)).toEqual([])
  db.exec('INSERT INTO export_forms VALUES (1, 1, 7, 0, NULL, NULL)')
  expect(() => db.exec('INSERT INTO export_forms VALUES (2, 1, 7, 0, NULL, NULL)')).toThrow(/UNIQUE/)
  db.exec('UPDATE export_forms SET voided_seq = 2')
  db.exec('INSERT INTO export_forms VALUES (2, 1, 7, 0, NULL, NULL)')
  db.exec('INSERT INTO invoices VALUES (1, 1, 7)')
  expect(() => db.exec('DELETE FROM invoices')).toThrow('an invoice is not deleted')
  expect(() => db.exec('UPDATE invoices SET ticket = 8')).toThrow('an invoice is not changed')
  db.close()
})
