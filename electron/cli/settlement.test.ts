import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShopKey } from '#electron/platform/shop-key.ts'
import type { AcquirersConfig, ColumnMap } from '#shared/contract/acquirers.ts'
import { cardApproval, cardDesk } from '#test/harness/ledger-cards.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { amountsOnly } from '#test/harness/statement-columns.ts'
import { runSettlementExport, runSettlementList, runSettlementMatch } from './settlement.ts'
import { runSettlementCheck } from './settlement-check.ts'

const map: ColumnMap = {
  ...amountsOnly,
  fee: 'Commission',
  on: 'Date',
  valueOn: 'Valeur',
  authorisation: 'Autorisation',
  card: 'Carte',
}
const config: AcquirersConfig = {
  acquirers: [
    {
      id: 'bank',
      name: 'Banque du Sud',
      way: { kind: 'file' },
      when: { at: 'closing' },
      terminals: ['t1'],
      statement: map,
    },
    {
      id: 'other',
      name: 'Autre',
      way: { kind: 'terminal' },
      when: { at: 'hand' },
      terminals: [],
      statement: null,
    },
  ],
}

/** Three settlements: one agreed, one handed in, one that nobody answered; a sale in none. */
function shop() {
  const data = testFolder()
  const ledger = testLedger(data)
  const desk = cardDesk(ledger)
  const sale = (amount: number, authorisation: string) => {
    const attempt = desk.start({ amount })
    desk.approve(attempt, { kind: 'terminal' }, { ...cardApproval, authorisation })
    return attempt
  }
  sale(120_000, 'A1')
  const undone = sale(7000, 'A2')
  desk.move({ amount: 7000, purpose: 'void', undoes: undone })
  const agreed = desk.freeze('t1', { way: 'host' })
  desk.say({ kind: 'batchAgreed', batch: agreed, by: { kind: 'host' }, reference: 'R', told: null })
  sale(50_000, 'A3')
  desk.move({ amount: 1000, purpose: 'refund' })
  const batch = desk.freeze('t1', { way: 'file' })
  desk.say({ kind: 'batchExported', batch, file: 'x.csv', sha256: 'ff' })
  sale(200, 'A4')
  const refused = desk.freeze('t1', { way: 'host', acquirer: 'other' })
  desk.say({ kind: 'batchDisputed', batch: refused, cause: 'duplicate', code: '94', text: '', told: null })
  sale(300, 'A5')
  ledger.close()
  writeFileSync(join(data, 'acquirers.json'), JSON.stringify(config))
  return { data, agreed, batch }
}

async function said(
  run: (say: (line: string) => void) => Promise<unknown> | unknown,
): Promise<[unknown, string]> {
  const lines: string[] = []
  const code = await run((line) => lines.push(line))
  return [code, lines.join('\n').replaceAll('\u00a0', ' ')]
}
const fileOf = (folder: string, name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('the list has each settlement with its state and totals, their sums, and what is in none', async () => {
  const { data } = shop()
  const [, text] = await said((say) => runSettlementList({ data }, say))
  const rows = text.split('\n')
  const row = (state: string) => rows.find((line) => line.includes(state))?.split(/ {2,}/)
  expect(row('agreed: host')).toEqual(
    expect.arrayContaining(['2026-11-23', 't1', 'Banque du Sud', '1 270,00', '70,00', '0,00', '1 200,00']),
  )
  expect(row('file written: hand it in')).toEqual(expect.arrayContaining(['500,00', '10,00', '490,00']))
  expect(row('disputed: the host says it has this one already (94)')).toEqual(
    expect.arrayContaining(['2,00']),
  )
  expect(text).toContain('1 exported, net 490,00 DH.')
  expect(text).toContain('In none yet: 1 movement on t1, 3,00 DH, since 2024-01-02')
  const empty = testFolder()
  testLedger(empty).close()
  expect((await said((say) => runSettlementList({ data: empty }, say)))[1]).toBe(
    'There is no settlement yet.',
  )
})

test('files are written, found again, checked, and never put over another one', async () => {
  const { data, batch } = shop()
  const out = join(data, 'out', 'files')
  const run = (which: string | null) => said((say) => runSettlementExport({ data, out, batch: which }, say))
  expect(await run(batch)).toEqual([0, 'settlement-bank-2026-11-23-000002.csv is written.'])
  expect(await run('2')).toEqual([0, 'settlement-bank-2026-11-23-000002.csv was there already.'])
  expect((await run(null))[0]).toBe(0)
  expect(readdirSync(out)).toHaveLength(3)
  await expect(run('1')).rejects.toThrow(/one of each of several acquirers: name it by its id/)
  await expect(run('77')).rejects.toThrow('there is no settlement 77')

  const file = join(out, 'settlement-bank-2026-11-23-000002.csv')
  const key = openShopKey(data).publicKey
  const check = (given = key, path = file) =>
    said((say) => runSettlementCheck({ file: path, key: given }, say))
  expect(await check()).toEqual([
    0,
    expect.stringMatching(
      /^Valid: settlement 2 for Banque du Sud, 2026-11-23, 2 movements, net 490,00 DH; signed by key/,
    ),
  ])
  expect(await check(openShopKey(testFolder()).publicKey)).toEqual([
    2,
    expect.stringContaining('another key'),
  ])
  expect((await check('nothing'))[0]).toBe(3)

  const changed = readFileSync(file, 'utf8').replace('500.00', '900.00')
  writeFileSync(file, changed)
  expect(await check()).toEqual([
    1,
    expect.stringMatching(/^Not valid: settlement-bank-.*, line 12: this line is not/),
  ])
  expect(await run(batch)).toEqual([1, expect.stringContaining('other content and was left as it is')])
  expect(readFileSync(file, 'utf8')).toBe(changed)
  const latin = fileOf(data, 'latin.csv', '')
  writeFileSync(latin, Buffer.from([0xe9]))
  expect((await check(key, latin))[0]).toBe(1)
})

test('a statement is imported once, and what is left of it is explained in one table', async () => {
  const { data } = shop()
  const head = 'Date;Valeur;Carte;Autorisation;Montant;Commission'
  const file = fileOf(
    data,
    'january.csv',
    [
      head,
      '02/01/2024;04/01/2024;****3315;A1;1 200,00;18,00',
      '02/01/2024;05/01/2024;****3315;A3;499,00;7,50',
      '02/01/2024;05/01/2024;;;33,00;',
      'TOTAL;;;;1 732,00;25,50',
    ].join('\r\n'),
  )
  const [code, text] = await said((say) =>
    runSettlementMatch({ data, acquirer: 'bank', file, map: null }, say),
  )
  expect(code).toBe(1)
  const rows = text.split('\n').map((line) => line.split(/ {2,}/).filter((cell) => cell !== ''))
  expect(rows[0]?.[0]).toBe('january.csv, Banque du Sud: 3 lines, movements found for 1.')
  expect(rows).toContainEqual(['2024-01-04', '1', '1 200,00', '18,00', '1 182,00'])
  expect(rows).toContainEqual(['2024-01-05', '2', '532,00', '7,50', '524,50'])
  expect(rows).toContainEqual(['all', '3', '1 732,00', '25,50', '1 706,50'])
  expect(text).toContain('No fee is said of 1 line.')
  expect(rows.map((row) => row.at(-1))).toEqual(
    expect.arrayContaining([
      'its number is in this till with another amount: ask the acquirer',
      'nothing in this till fits: another till’s, or the acquirer’s own charge',
      'sale that no line pays yet',
      'refund that no line takes yet',
      'sale of 70,00 undone before it was settled: nothing is owed',
    ]),
  )
  // What was undone is told once, as a pair, and neither half of it is looked for.
  expect(text.match(/70,00/g)).toHaveLength(1)
  await expect(runSettlementMatch({ data, acquirer: 'bank', file, map: null }, () => {})).rejects.toThrow(
    /january\.csv/,
  )
})

test('a statement that cannot be read is one sentence with its line and column; nothing was kept', async () => {
  const { data } = shop()
  const file = fileOf(
    data,
    'wrong.csv',
    'Date;Valeur;Carte;Autorisation;Montant;Commission\n1/1/2024;;;;viel;\n',
  )
  const run = (more: { acquirer?: string; map?: string }) =>
    runSettlementMatch({ data, acquirer: 'bank', file, map: null, ...more }, () => {})
  await expect(run({})).rejects.toThrow(/wrong\.csv: .*line 2, column 13.*Montant: not an amount/)
  await expect(run({ acquirer: 'nobody' })).rejects.toThrow('there are: bank, other')
  await expect(run({ acquirer: 'other' })).rejects.toThrow('--map FILE')
  await expect(run({ map: join(data, 'none.json') })).rejects.toThrow('is not there')
  await expect(run({ map: fileOf(data, 'odd.json', '{"separator":"x"}') })).rejects.toThrow(
    'is wrong at separator',
  )
  const own = fileOf(data, 'map.json', JSON.stringify({ ...map, amount: 'Autorisation' }))
  await expect(run({ acquirer: 'other', map: own })).rejects.toThrow('Autorisation: missing')
})

test('while a till runs on the folder only a check is done', async () => {
  const { data } = shop()
  mkdirSync(join(data, 'out'))
  await runSettlementExport({ data, out: join(data, 'out'), batch: null }, () => {})
  const till = testLedger(data)
  await expect(runSettlementList({ data }, () => {})).rejects.toThrow(
    /another till runs on .* Close the other till/,
  )
  const [name = ''] = readdirSync(join(data, 'out'))
  const { publicKey: key } = openShopKey(data)
  expect(runSettlementCheck({ file: join(data, 'out', name), key }, () => {})).toBe(0)
  till.close()
})
