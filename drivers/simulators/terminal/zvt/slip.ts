import { netOf, type PeriodTotals } from '../period-totals.ts'
import type { Transaction } from './book.ts'
import { container, text, tlv, writePacket } from './packet.ts'

const columns = 24
const centred = (words: string): string => words.padStart(Math.floor((columns + words.length) / 2))
const dirhams = (minor: number): string =>
  `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)},${String(Math.abs(minor) % 100).padStart(2, '0')}`

const titles = { charge: 'PAIEMENT', refund: 'CREDIT', void: 'ANNULATION' } as const

/** @param card as it is to be printed */
export function slipLines(of: Transaction, card: string, copy: 'merchant' | 'customer'): readonly string[] {
  return [
    centred('HANOUT DEMO'),
    centred(copy === 'merchant' ? 'TICKET COMMERCANT' : 'TICKET CLIENT'),
    `Terminal      29001006`,
    `TA-Nr ${of.trace} BNr ${of.receipt}`,
    centred(titles[of.kind]),
    'MASTERCARD',
    card,
    `Montant   ${dirhams(of.amountMinor)} MAD`,
    `Autorisation  ${of.authorisation}`,
    centred('Merci, à bientôt'),
  ]
}

export const totalsLines = (totals: PeriodTotals): readonly string[] => [
  centred('FIN DE JOURNEE'),
  `Paiements     ${totals.sales.count}  ${dirhams(totals.sales.minor)}`,
  `Annulations   ${totals.voids.count}  ${dirhams(totals.voids.minor)}`,
  `Credits       ${totals.refunds.count}  ${dirhams(totals.refunds.minor)}`,
  `Total   ${dirhams(netOf(totals))} MAD`,
]

/** 06 D3: the whole slip; 1F07 says whose. @param whose 1 merchant, 2 customer, 3 administration */
export const printBlock = (lines: readonly string[], whose: 1 | 2 | 3): readonly number[] =>
  writePacket('06d3', [
    ...container(
      tlv('1f07', [whose]),
      tlv('25', [...lines.flatMap((line) => tlv('07', text(line))), ...tlv('09', [0x00])]),
    ),
  ])

/** 06 D1, line by line; the last one is marked. */
export const printLines = (lines: readonly string[]): readonly (readonly number[])[] =>
  lines.map((line, index) => writePacket('06d1', [index === lines.length - 1 ? 0x81 : 0x00, ...text(line)]))
