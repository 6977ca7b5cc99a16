import { add, type Dirham, dirham, subtract, zero } from '#shared/money/amount.ts'
import type { Counted, ToldTotals } from '#shared/settlement/totals.ts'
import { isConsistent, told } from '../told.ts'
import { field, type NapsMessage } from './message.ts'
import { scanReceipt } from './receipt.ts'
import { tag } from './tags.ts'

/**
 * What a 110 says the day comes to. Nothing but its slip says it (guide v1.1 §III.2 gives 110 no field for it), and no
 * published guide gives the slip a layout. So this is read and nothing else: a count under a name, its amount on the
 * very next line, and the sum of the day. A slip that was cut, that names a group twice, or whose sum is of something
 * else tells nothing: a person reads it.
 */
export function dayTotals(message: NapsMessage): ToldTotals | null {
  if (message.truncated) return null
  const receipt = field(message, tag.receipt) ?? ''
  const scan = scanReceipt(`${receipt}?`, 0)
  // Strictly by its lengths: a slip that lost characters may have lost digits.
  return scan.kind === 'whole' && scan.end === receipt.length ? totalsOnSlip(scan.lines) : null
}

const salesLine = /^(?:VENTES?|ACHATS?|DEBITS?) *: *(\d{1,6})$/i
const voidsLine = /^ANNULATIONS? *: *(\d{1,6})$/i
const amountLine = /^MONTANT *: *(.+)$/i
const totalLine = /^TOTAL(?: NET)? *: *(.+)$/i

/** @param lines as the terminal would print them */
export function totalsOnSlip(lines: readonly string[]): ToldTotals | null {
  const sales = groupUnder(salesLine, lines)
  const voids = groupUnder(voidsLine, lines)
  const total = sumOf(lines)
  const amounts = lines.filter((line) => amountLine.test(line.trim())).length
  const groups = [sales, voids].filter((group) => group !== 'none')
  // An amount that belongs to neither is of a group that is not known here.
  if (sales === 'none' || groups.includes('odd') || amounts !== groups.length || total === 'odd') return null
  if (sales === 'odd' || voids === 'odd') return null
  if (voids === 'none') return salesAlone(sales, total, null)
  if (voids.count === 0) return salesAlone(sales, total, voids)
  // Whether what was undone stands among the sales is said by the sum alone.
  if (total === 'none') return told({ saleReversals: voids }, null)
  if (total === subtract(sales.amount, voids.amount)) return told({ sales, saleReversals: voids }, total)
  if (total !== sales.amount) return null
  const made = { count: sales.count + voids.count, amount: add(sales.amount, voids.amount) }
  return told({ sales: made, saleReversals: voids }, total)
}

function salesAlone(sales: Counted, total: Dirham | 'none', voids: Counted | null): ToldTotals | null {
  if (total !== 'none' && total !== sales.amount) return null
  const silent = total === 'none' && voids === null
  return told({ sales, saleReversals: voids }, silent ? null : sales.amount)
}

/** `odd`: there, and not to be understood. */
function groupUnder(name: RegExp, lines: readonly string[]): Counted | 'none' | 'odd' {
  const places = lines.flatMap((line, at) => (name.test(line.trim()) ? [at] : []))
  const [at] = places
  if (at === undefined) return 'none'
  const amount = centimes(amountLine.exec(lines[at + 1]?.trim() ?? '')?.[1])
  if (places.length > 1 || amount === null) return 'odd'
  const group = { count: Number(name.exec(lines[at]?.trim() ?? '')?.[1]), amount }
  return isConsistent(group) ? group : 'odd'
}

function sumOf(lines: readonly string[]): Dirham | 'none' | 'odd' {
  const sums = lines.flatMap((line) => totalLine.exec(line.trim())?.[1] ?? [])
  if (sums.length === 0) return 'none'
  return (sums.length === 1 ? centimes(sums[0]) : null) ?? 'odd'
}

/** `1 234,50 MAD`; two decimals, or it might be centimes already. `null`: no such amount. */
function centimes(text = ''): Dirham | null {
  const read = /^(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{1,10})[.,](\d{2})(?: *(?:MAD|DH))?$/i.exec(text)
  if (read === null) return null
  const [, whole = '', rest = ''] = read
  const minor = Number(whole.replace(/\D/g, '') + rest)
  return minor === 0 ? zero : dirham(minor)
}
