import { fold } from '../catalogue/fold.ts'
import { isShelfSku } from '../catalogue/off-shelf.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import { type Dirham, dirham, sum, times, zero } from '../money/amount.ts'
import { rulesOf } from '../tax/countries/countries.ts'
import { type CountryRules, inForceOn } from '../tax/countries/country-rules.ts'
import { exportExclusions } from '../tax/export-exclusions.data.ts'
import type { ExportRules } from '../tax/export-rules.data.ts'
import { chargesVat, type TaxInForce, taxInForce } from '../tax/tax-in-force.ts'
import { type RateOf, vatByRate } from '../tax/vat.ts'
import type { VatClass, VatRate } from '../tax/vat-class.ts'
import { vatShares } from '../tax/vat-shares.ts'
import type { CartLine } from './line.ts'
import { rateOfClass } from './line-vat.ts'
import type { ShopSettings } from './settings.ts'
import { taxedLine } from './taxed-line.ts'
import type { Ticket } from './ticket.ts'

/**
 * Why no bordereau can be made out. `notOffered`: the shop makes none. `belowThreshold`: the goods that count come to
 * less than the law asks. `givenBack`: they came to enough until some were returned.
 */
export type ExportFormRefusal = 'notOffered' | 'belowThreshold' | 'tooLate' | 'givenBack' | 'refundTicket'

/** A line whose VAT is given back: what the visitor still has of it. */
export interface ExportLine {
  /** On the ticket; 1 = first. */
  readonly position: number
  readonly line: CartLine
  /** Units not given back. ≥ 1 */
  readonly quantity: number
  /** VAT included. */
  readonly unit: Dirham
  /** unit × quantity. */
  readonly gross: Dirham
  /** Its share of the VAT of its rate; the shares of a rate make up that VAT to the centime. */
  readonly vat: Dirham
  readonly rate: VatRate
}

/** The goods of a ticket or a cart that count, VAT included, and the VAT in them. */
export interface ExportPart {
  readonly gross: Dirham
  readonly vat: Dirham
  readonly lines: readonly ExportLine[]
}

export type ExportFormCheck =
  | ({ readonly ok: true } & ExportPart)
  | ({
      readonly ok: false
      readonly reason: ExportFormRefusal
      /** How much more would reach the threshold; 0 where that would not help. */
      readonly missing: Dirham
    } & ExportPart)

const rulesFor = ({ exportForms }: CountryRules, day: BusinessDay): ExportRules | null =>
  inForceOn(exportForms, day) ?? null

/** Morocco's rules of a day: no other country's form is made out here. @returns `null` before the first of them */
export const exportRulesOn = (day: BusinessDay): ExportRules | null => rulesFor(rulesOf('MA'), day)

/**
 * Whether goods of a category, taxed so, count. What carries no VAT has none to give back; `0` is a rate of nothing and
 * counts as little as `exempt`, which carpets of local make are (CGI art. 91-I-C-4°).
 */
export function countsForExport(vat: VatClass, category: string | null): boolean {
  if (vat === 'exempt' || vat === '0') return false
  const folded = category === null ? '' : fold(category)
  return !exclusions.some((each) => each.categories.has(folded) && (each.vat?.includes(vat) ?? true))
}

const exclusions = exportExclusions.map(({ categories, vat }) => ({
  categories: new Set(categories.map(fold)),
  vat,
}))

/**
 * The part of a sale that counts, as far as the visitor still has it.
 *
 * VAT is taken out of the sum of a rate once, as on the ticket (`vatShares`). Where a whole rate counts it is therefore
 * the ticket's own VAT of that rate; where a part of it counts it is never more.
 * @param refunded units already given back, by line position (1 = first)
 */
export const exportPart = (
  ticket: Pick<Ticket, 'lines' | 'vat'>,
  refunded: ReadonlyMap<number, number>,
): ExportPart => partOf(ticket.lines, refunded, rateOfClass(ticket))

function partOf(
  lines: readonly CartLine[],
  refunded: ReadonlyMap<number, number>,
  rateOf: RateOf,
): ExportPart {
  const kept = lines.flatMap((line, index) => {
    const position = index + 1
    const quantity = line.quantity - (refunded.get(position) ?? 0)
    if (quantity <= 0 || !isShelfSku(line.sku) || !countsForExport(line.vat, line.category)) return []
    const unit = line.agreed?.unit ?? line.posted
    return [
      { position, line, quantity, unit, vat: line.vat, rate: rateOf(line.vat), gross: times(unit, quantity) },
    ]
  })
  const shares = vatShares(kept, vatByRate(kept, rateOf))
  return {
    gross: sum(kept.map(({ gross }) => gross)),
    vat: sum(shares),
    lines: kept.map((each, index) => ({ ...each, vat: shares[index] ?? zero })),
  }
}

/**
 * Whether a bordereau de vente à l'exportation can be made out for a ticket, and for what.
 * @param refunded units already given back, by line position (1 = first)
 * @param today the business day it would be made out on
 */
export function exportFormCheck(
  ticket: Ticket,
  refunded: ReadonlyMap<number, number>,
  settings: ShopSettings,
  today: BusinessDay,
): ExportFormCheck {
  const part = exportPart(ticket, refunded)
  const no = (reason: ExportFormRefusal, missing = zero): ExportFormCheck => ({
    ok: false,
    reason,
    missing,
    ...part,
  })
  const { country = 'MA', regime = 'liable' } = ticket.tax ?? {}
  const rules = rulesFor(rulesOf(country), ticket.businessDay)
  if (settings.exportForms == null || rules === null || !chargesVat(country, regime)) return no('notOffered')
  if (ticket.kind === 'refund') return no('refundTicket')
  if (daysBetween(ticket.businessDay, today) > rules.daysToIssue) return no('tooLate')
  if (part.gross >= rules.threshold) return { ok: true, ...part }
  if (exportPart(ticket, nothingBack).gross >= rules.threshold) return no('givenBack')
  return no('belowThreshold', dirham(rules.threshold - part.gross))
}

const nothingBack: ReadonlyMap<number, number> = new Map()

/** How far a cart is from a form: what could be told while there is still time to add something. */
export interface ExportNudge {
  /** How much more of taxed goods would reach the threshold; 0 = reached. */
  readonly missing: Dirham
  /** The VAT in what counts so far. */
  readonly vat: Dirham
}

/**
 * How far an open sale is from a bordereau. Who lives abroad is not known before they say so, and not guessed from
 * their language.
 * @param today the business day it would be sold on
 * @returns `null` where the shop makes none, or nothing in the cart counts
 */
export function exportNudge(
  sale: { readonly lines: readonly CartLine[] },
  settings: ShopSettings,
  today: BusinessDay,
): ExportNudge | null {
  const tax = taxInForce(settings.tax, today)
  const rules = rulesFor(tax.rules, today)
  if (settings.exportForms == null || rules === null || !tax.liable) return null
  const { gross, vat } = cartPart(sale.lines, tax)
  return gross === 0 ? null : { missing: dirham(Math.max(0, rules.threshold - gross)), vat }
}

const cartPart = (lines: readonly CartLine[], tax: TaxInForce): ExportPart =>
  partOf(
    lines.map((line) => taxedLine(line, tax)),
    nothingBack,
    tax.rateOf,
  )

const dayMs = 86_400_000

/** Whole days from one calendar day to another; negative if the other is before. */
const daysBetween = (from: BusinessDay, to: BusinessDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/**
 * The last day on which the goods may leave: the same day of the month so many months on, or the last of a shorter
 * month. @returns `null` where no rules hold
 */
export function leaveBy(soldOn: BusinessDay): BusinessDay | null {
  const rules = exportRulesOn(soldOn)
  if (rules === null) return null
  const [year = 0, month = 1, day = 1] = soldOn.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + rules.monthsToLeave + 1, 0))
  const last = Math.min(day, lastOfMonth.getUTCDate())
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(last).padStart(2, '0')}`
}
