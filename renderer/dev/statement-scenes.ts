/** Banks and what they say they pay, as the till would show them. */
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import type { StatementDetail, StatementView } from '#shared/contract/settlements.ts'
import { dirham } from '#shared/money/amount.ts'
import type { MatchedLine, StatementId } from '#shared/settlement/statement.ts'
import { unmatchedReasons } from '#shared/settlement/statement.ts'
import { movementOf } from './settlement-scenes.ts'

export const acquirersOf = (name: string): AcquirersConfig => ({
  acquirers: name.startsWith('settlements') && name !== 'settlements-alone' ? [cmi, bank] : [],
})

const cmi: AcquirersConfig['acquirers'][number] = {
  id: 'cmi',
  name: 'CMI',
  way: {
    kind: 'host',
    dialect: 'iso87',
    place: {
      via: 'tls',
      host: 'settlement.example',
      port: 7443,
      authorityFile: null,
      certificateFile: null,
      keyFile: null,
    },
    terminalId: 'TILL0001',
    merchantId: 'ARTISAN00000001',
    acquirerId: '',
    settlementId: '12345678901',
    macKeyFile: null,
  },
  when: { at: 'closing' },
  terminals: ['terminal'],
  statement: null,
}
const bank: AcquirersConfig['acquirers'][number] = {
  id: 'banque',
  name: 'Banque Populaire',
  way: { kind: 'file' },
  when: { at: 'hour', hour: '23:30' },
  terminals: ['second'],
  statement: null,
}

const matchedOf = (place: number): MatchedLine => {
  const movement = movementOf(place)
  const reason = unmatchedReasons[place] ?? null
  return {
    line: {
      line: place + 1,
      kind: movement.kind,
      amount: movement.amount,
      fee: dirham(150 + place),
      on: '2026-11-18',
      valueOn: '2026-11-20',
      authorisation: movement.approval?.authorisation ?? null,
      trace: null,
      terminalId: 'TILL0001',
      last4: movement.approval?.maskedPan?.slice(-4) ?? null,
    },
    movement: reason === null ? movement.attemptId : null,
    reason,
  }
}

export const statementsOf = (name: string): readonly StatementView[] =>
  name.startsWith('settlements') && name !== 'settlements-alone'
    ? [
        {
          statement: 'statement-1' as StatementId,
          acquirer: 'cmi',
          file: 'CMI_2026-11-18.csv',
          importedAt: { utcMs: 1_795_000_000_000, offsetMinutes: 60 },
          lines: 21,
          unmatched: 4,
          gross: 1_177_550,
          fees: 11_775,
          net: 1_165_775,
        },
      ]
    : []

export function statementOf(name: string): StatementDetail | null {
  const [view] = statementsOf(name)
  if (view === undefined) return null
  const many = name === 'settlements-long' ? 3000 : 21
  return {
    ...view,
    matched: Array.from({ length: many }, (_, place) => matchedOf(place)),
    unpaid: Array.from({ length: 3 }, (_, place) => movementOf(place + 40)),
  }
}
