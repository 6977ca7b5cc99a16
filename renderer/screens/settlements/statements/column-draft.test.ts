import { expect, test } from 'vitest'
import { columnMapSchema } from '#shared/contract/acquirers-schema.ts'
import { columnFaults, draftOfMap, emptyDraft, guessed, mapOf } from './column-draft.ts'
import { encodingOf, fileHead, separatorOf } from './file-head.ts'

const file = [
  'Relevé commerçant;;;',
  'Compte;007 780 0001234567;;',
  'Date transaction;Montant brut;Commission;N° autorisation',
  '23/11/2026;3 800,00;38,00;A12345',
  '23/11/2026;150,00;1,50;B77001',
].join('\r\n')

test('the head is found below the address of a file, and its separator by itself', () => {
  expect(separatorOf(file)).toBe(';')
  expect(fileHead(file, ';')?.names).toEqual([
    'Date transaction',
    'Montant brut',
    'Commission',
    'N° autorisation',
  ])
  expect(fileHead(file, ';')?.rows).toHaveLength(3)
  expect(fileHead(file, '|')).toBeNull()
})

test('columns with usual names are guessed, each at most once', () => {
  const names = fileHead(file, ';')?.names ?? []
  const draft = guessed(emptyDraft, names)
  expect(draft.columns).toMatchObject({
    amount: 'Montant brut',
    fee: 'Commission',
    on: 'Date transaction',
    authorisation: 'N° autorisation',
    valueOn: '',
    kind: '',
  })
  expect(columnFaults(draft, names)).toEqual({})
  expect(columnMapSchema.safeParse(mapOf(draft)).success).toBe(true)
})

test('the day of value is not taken for the day of the payment', () => {
  const { columns } = guessed(emptyDraft, ['Date', 'Date valeur', 'Montant', 'Carte', 'Terminal', 'Type'])
  expect(columns).toMatchObject({
    on: 'Date',
    valueOn: 'Date valeur',
    card: 'Carte',
    terminalId: 'Terminal',
    kind: 'Type',
  })
})

test('a map that is kept is the form it came from', () => {
  const draft = {
    ...guessed(emptyDraft, ['Date', 'Montant', 'Type']),
    refundWords: 'REMB, AVOIR',
    reversalWords: 'ANNUL',
  }
  expect(mapOf(draft).kind).toEqual({ column: 'Type', refund: ['REMB', 'AVOIR'], reversal: ['ANNUL'] })
  expect(draftOfMap(mapOf(draft))).toEqual(draft)
})

test('a column that the next file does not have any more, and no amount, are said', () => {
  const draft = guessed(emptyDraft, ['Date', 'Montant'])
  expect(columnFaults(draft, ['Jour', 'Montant'])).toEqual({ on: 'gone' })
  expect(columnFaults(emptyDraft, ['Jour'])).toEqual({ amount: 'missing' })
})

test('letters that are no UTF-8 are old French until somebody says otherwise', () => {
  expect(encodingOf(new TextEncoder().encode('Crédit'))).toBe('utf-8')
  expect(encodingOf(Uint8Array.of(0x43, 0x72, 0xe9, 0x64, 0x69, 0x74))).toBe('windows-1252')
})
