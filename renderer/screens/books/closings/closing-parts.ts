import { rateOfTotal } from '#shared/cart/line-vat.ts'
import type { ClosingFigures, CountedSum, TerminalTakings } from '#shared/closing/closing-figures.ts'
import { zero } from '#shared/money/amount.ts'
import type { Say } from '../../../i18n/Words.tsx'
import type { SumRow } from '../../shift/Sums.tsx'

/** Amounts under one heading; what there was none of is left out. */
export interface FigurePart {
  readonly key: string
  readonly title: string
  readonly rows: readonly SumRow[]
}

const named = (text: string): string => `\u2068${text}\u2069`

/** The amounts of a closing, heading by heading, in the order its paper has them. */
export function closingParts(
  figures: ClosingFigures,
  terminals: readonly TerminalTakings[],
  isCounted: boolean,
  say: Say,
): readonly FigurePart[] {
  const parts: readonly FigurePart[] = [
    { key: 'sales', title: say('closings.sales'), rows: salesRows(figures, say) },
    { key: 'vat', title: say('closings.vat'), rows: vatRows(figures, say) },
    { key: 'duty', title: say('closings.duty'), rows: dutyRows(figures, say) },
    { key: 'money', title: say('closings.money'), rows: moneyRows(figures, say) },
    { key: 'schemes', title: say('closings.schemes'), rows: schemeRows(figures, say) },
    { key: 'terminals', title: say('closings.terminals'), rows: terminalRows(terminals, say) },
    { key: 'owners', title: say('closings.owners'), rows: ownerRows(figures, say) },
    { key: 'cash', title: say('closings.cash'), rows: cashRows(figures, say) },
    { key: 'drawer', title: say('closings.drawer'), rows: drawerRows(figures, isCounted, say) },
  ]
  return parts.filter(({ rows }) => rows.length > 0)
}

const some = (key: string, sum: CountedSum, label: string): readonly SumRow[] =>
  sum.count === 0 ? [] : [{ key, label, minor: sum.amount }]

function salesRows(figures: ClosingFigures, say: Say): readonly SumRow[] {
  const { sales, refunds, voids, cancelled, gross, discounts } = figures
  return [
    { key: 'sales', label: say('closings.sales.sales', { count: sales.count }), minor: sales.amount },
    { key: 'refunds', label: say('closings.sales.refunds', { count: refunds.count }), minor: refunds.amount },
    ...some('voids', voids, say('closings.sales.voids', { count: voids.count })),
    { key: 'gross', label: say('closings.sales.gross'), minor: gross, strong: true },
    { key: 'discounts', label: say('closings.sales.discounts'), minor: discounts },
    ...some('cancelled', cancelled, say('closings.sales.cancelled', { count: cancelled.count })),
  ]
}

const vatRows = ({ vat }: ClosingFigures, say: Say): readonly SumRow[] =>
  vat.flatMap((total): readonly SumRow[] => {
    const rate = rateOfTotal(total)
    const key = `${total.vatClass}-${rate}`
    if (rate === null) {
      const label = say(total.vatClass === 'exempt' ? 'closings.vat.exempt' : 'closings.vat.outside')
      return [{ key, label, minor: total.gross }]
    }
    const percent = { rate: `\u2066${String(rate / 100).replace('.', ',')} %\u2069` }
    return [
      { key: `net-${key}`, label: say('closings.vat.net', percent), minor: total.net },
      { key: `vat-${key}`, label: say('closings.vat.vat', percent), minor: total.vat },
      { key: `gross-${key}`, label: say('closings.vat.gross', percent), minor: total.gross },
    ]
  })

const dutyRows = ({ duty }: ClosingFigures, say: Say): readonly SumRow[] =>
  duty.flatMap(({ borneBy, receipts, base, amount }) => [
    { key: `base-${borneBy}`, label: say('closings.duty.base', { count: receipts }), minor: base },
    { key: `duty-${borneBy}`, label: say(`closings.duty.${borneBy}`), minor: amount },
  ])

const moneyRows = (figures: ClosingFigures, say: Say): readonly SumRow[] => [
  ...figures.tenders.map(({ kind, count, amount }) => ({
    key: `tender-${kind}`,
    label: say(`closings.money.${kind}`, { count }),
    minor: amount,
  })),
  ...(figures.rounding === 0
    ? []
    : [{ key: 'rounding', label: say('closings.sales.rounding'), minor: figures.rounding }]),
]

const schemeRows = ({ cards }: ClosingFigures, say: Say): readonly SumRow[] =>
  cards.map(({ scheme, count, amount }) => ({
    key: `scheme-${scheme}`,
    label: say('closings.schemes.one', {
      name: named(scheme === '' ? say('closings.schemes.unnamed') : scheme),
      count,
    }),
    minor: amount,
  }))

const terminalRows = (terminals: readonly TerminalTakings[], say: Say): readonly SumRow[] =>
  terminals.flatMap(({ terminal, ours, told }) => [
    {
      key: `ours-${terminal}`,
      label: say('closings.terminals.ours', { name: named(terminal), count: ours.count }),
      minor: ours.amount,
    },
    ...(told === null
      ? []
      : [
          {
            key: `told-${terminal}`,
            label: say('closings.terminals.told', { name: named(terminal) }),
            minor: told,
            tone: told === ours.amount ? ('good' as const) : ('wait' as const),
          },
        ]),
  ])

const ownerRows = ({ owners }: ClosingFigures, say: Say): readonly SumRow[] =>
  owners.map(({ owner, role, due }) => ({
    key: `${role}-${owner}`,
    label: role === 'agent' ? say('closings.owners.agent', { name: named(owner) }) : named(owner),
    minor: due,
  }))

const cashRows = ({ cashMoves }: ClosingFigures, say: Say): readonly SumRow[] =>
  cashMoves.map(({ direction, purpose, count, amount }) => ({
    key: `${direction}-${purpose}`,
    label: say(`closings.cash.${direction}`, { purpose: say(`purpose.${purpose}`), count }),
    minor: direction === 'in' ? amount : zero - amount,
  }))

function drawerRows({ drawer }: ClosingFigures, isCounted: boolean, say: Say): readonly SumRow[] {
  const held: readonly SumRow[] = [
    { key: 'float', label: say('shift.should.float'), minor: drawer.float },
    { key: 'drawer-cash', label: say('shift.should.cash'), minor: drawer.cash },
    { key: 'drawer-in', label: say('shift.should.in'), minor: drawer.in },
    { key: 'drawer-out', label: say('shift.should.out'), minor: zero - drawer.out },
    { key: 'expected', label: say('shift.should.expected'), minor: drawer.expected, strong: true },
  ]
  if (!isCounted) return held
  const tone = drawer.difference === 0 ? 'good' : 'wait'
  return [
    ...held,
    { key: 'counted', label: say('shift.closed.counted'), minor: drawer.counted },
    {
      key: 'difference',
      label: say('shift.closed.difference'),
      minor: drawer.difference,
      strong: true,
      tone,
    },
  ]
}
