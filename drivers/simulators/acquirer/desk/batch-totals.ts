import type { Says } from '../books/deeds.ts'
import { groups, netOf, type Totals } from '../books/tally.ts'
import type { Group, HostTalk } from '../wire/host-dialect.ts'

type Fields = ReadonlyMap<number, string>
type TextTotals = Extract<HostTalk['totals'], { kind: 'text' }>

/** ISO 8583:1987 DE 74–77, 86–89: a credit gives money to a cardholder. */
const places: Readonly<Record<Group, { readonly count: number; readonly amount: number }>> = {
  refunds: { count: 74, amount: 86 },
  refundReversals: { count: 75, amount: 87 },
  sales: { count: 76, amount: 88 },
  saleReversals: { count: 77, amount: 89 },
}
const net = 97

/** Where this dialect has its totals, all of which a 0500 must have. */
export function totalsFields({ totals }: Pick<HostTalk, 'totals'>): readonly number[] {
  if (totals.kind === 'text') return [totals.field]
  const fields = groups.flatMap((group) => [places[group].count, places[group].amount])
  return totals.net ? [...fields, net] : fields
}

/** What totals fields say; a sentence on why they say nothing. @param fields all of this dialect are there */
export function toldTotals(fields: Fields, { totals }: Pick<HostTalk, 'totals'>): Totals | string {
  const told = totals.kind === 'text' ? inText(fields.get(totals.field) ?? '', totals) : inFields(fields)
  if (typeof told === 'string') return told
  if (groups.some((group) => !Number.isSafeInteger(told[group].minor))) return 'totals are beyond all money'
  if (totals.kind === 'text' || !totals.net) return told
  return fields.get(net) === netText(told) || isZero(fields, told)
    ? told
    : 'DE 97 is not what DE 86–89 come to'
}

/** Zero has no sign, so either letter will do. */
const isZero = (fields: Fields, told: Totals): boolean =>
  netOf(told) === 0 && /^[CD]0+$/.test(fields.get(net) ?? '')

function inFields(fields: Fields): Totals {
  const at = (group: Group) => ({
    count: Number(fields.get(places[group].count)),
    minor: Number(fields.get(places[group].amount)),
  })
  return {
    sales: at('sales'),
    saleReversals: at('saleReversals'),
    refunds: at('refunds'),
    refundReversals: at('refundReversals'),
  }
}

function inText(
  text: string,
  { field, groups: inOrder, countDigits, amountDigits }: TextTotals,
): Totals | string {
  const width = countDigits + amountDigits
  if (!/^\d+$/.test(text) || text.length !== width * inOrder.length) return `DE ${field} is no totals`
  const nothing = { count: 0, minor: 0 }
  const told = { sales: nothing, saleReversals: nothing, refunds: nothing, refundReversals: nothing }
  for (const [index, group] of inOrder.entries()) {
    const count = Number(text.slice(index * width, index * width + countDigits))
    const minor = Number(text.slice(index * width + countDigits, (index + 1) * width))
    if (group !== null) told[group] = { count, minor }
    else if (count !== 0 || minor !== 0) return `DE ${field} has totals of what this host does not settle`
  }
  return told
}

/**
 * The host's own count, as fields of an answer. A group that has outgrown its digits is not said at all.
 */
export function totalsSaid(counted: Totals, { totals }: Pick<HostTalk, 'totals'>): Says {
  if (totals.kind === 'text') {
    const text = totals.groups
      .map((group) => {
        const { count, minor } = group === null ? { count: 0, minor: 0 } : counted[group]
        return digits(count, totals.countDigits) + digits(minor, totals.amountDigits)
      })
      .join('')
    const fits = text.length === totals.groups.length * (totals.countDigits + totals.amountDigits)
    return fits ? { [totals.field]: text } : {}
  }
  const said: Record<number, string> = {}
  for (const group of groups) {
    said[places[group].count] = digits(counted[group].count, 10)
    said[places[group].amount] = digits(counted[group].minor, 16)
  }
  return totals.net ? { ...said, [net]: netText(counted) } : said
}

/** `(86 + 89) − (88 + 87)`: C where it is above zero, else D; from the cardholders' side, so D is owed to the shop. */
function netText(totals: Totals): string {
  const credit = -netOf(totals)
  return `${credit > 0 ? 'C' : 'D'}${digits(Math.abs(credit), 16)}`
}

const digits = (value: number, count: number): string => String(value).padStart(count, '0')
