import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { columnMapSchema } from '#shared/contract/acquirers-schema.ts'
import { readStatement } from '#shared/settlement/read-statement.ts'
import { unmatchedReasons } from '#shared/settlement/statement.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { runSettlementCheck } from './settlement-check.ts'
import { reasonWords } from './settlement-words.ts'

const page = readFileSync(new URL('../../docs/settlement.md', import.meta.url), 'utf8')

test('the file in the documentation is one that a till signed', () => {
  const file = /```\n(hanout-settlement;1[^`]*\n)```/.exec(page)?.[1] ?? ''
  const key = /of no shop: `([\w-]{43})`/.exec(page)?.[1] ?? ''
  const path = join(testFolder(), 'example.csv')
  writeFileSync(path, file)
  const lines: string[] = []
  expect(runSettlementCheck({ file: path, key }, (line) => lines.push(line))).toBe(0)
  expect(lines.join().replaceAll('\u00a0', ' ')).toContain(
    'settlement 42 for Banque du Sud, 2026-11-23, 4 movements, net 3 650,00 DH',
  )
})

test('the map in the documentation reads a statement as it says', () => {
  const map = columnMapSchema.parse(JSON.parse(/```json\n([^`]*)```/.exec(page)?.[1] ?? ''))
  const text = [
    'Date opération;Date valeur;N° TPE;N° carte;N° autorisation;Référence;Type;Montant brut;Commission',
    '23/11/2026;25/11/2026;TILL0001;516794XXXXXX3315;004512;632718000117;Achat;3 800,00;57,00',
    '23/11/2026;25/11/2026;TILL0001;;;632718000124;Crédit;150,00;-2,25',
  ].join('\n')
  expect(readStatement(text, map)).toMatchObject({
    value: {
      lines: [
        { kind: 'sale', amount: 380_000, fee: 5700, on: '2026-11-23', valueOn: '2026-11-25', last4: '3315' },
        { kind: 'refund', amount: 15_000, fee: -225, trace: '632718000124' },
      ],
    },
  })
})

test('every reason a line may have is explained to the bookkeeper in its own words', () => {
  for (const reason of unmatchedReasons) expect(page).toContain(reasonWords[reason].split(':')[0])
})
