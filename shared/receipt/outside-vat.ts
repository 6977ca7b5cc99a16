import { soldForOwner } from '../cart/taxed-line.ts'
import type { Ticket, TicketLine } from '../cart/ticket.ts'
import { type Dirham, dirham } from '../money/amount.ts'
import { rulesOf } from '../tax/countries/countries.ts'
import type { CountryRules, LegalText } from '../tax/countries/country-rules.ts'
import type { ExemptionKey } from '../tax/exemption.ts'
import { regimeRules } from '../tax/tax-in-force.ts'
import { cell, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { ltr } from './isolate.ts'
import { sentence, type Tongues } from './tongues.ts'

/** What of a ticket carries no VAT, and why: what a paper says in its place. */
export interface OutsideVat {
  /** The shop charges none at all: this stands in place of VAT. */
  readonly regime: LegalText | null
  /** Exempt in themselves, of what the shop sells in its own name; empty texts: a ticket from before reasons were kept. */
  readonly exempt: { readonly gross: Dirham; readonly texts: readonly LegalText[] } | null
  /** Sold in somebody else's name: their turnover, not the shop's. */
  readonly owners: readonly { readonly owner: string; readonly gross: Dirham }[]
}

/** Whether a ticket's shop charges VAT. */
export const underVat = ({ tax }: Pick<Ticket, 'tax'>): boolean => mentionOf(tax) === null

const mentionOf = (tax: Ticket['tax']): LegalText | null =>
  tax === undefined ? null : (regimeRules(rulesOf(tax.country), tax.regime)?.mention ?? null)

export function outsideVat({ lines, tax }: Pick<Ticket, 'lines' | 'tax'>): OutsideVat {
  const rules = rulesOf(tax?.country ?? 'MA')
  const regime = mentionOf(tax)
  const outside = lines.filter(({ vat }) => vat === 'exempt')
  const own = regime === null ? outside.filter((line) => !soldForOwner(line)) : []
  return {
    regime,
    exempt:
      own.length === 0
        ? null
        : { gross: grossOf(own), texts: tax === undefined ? [] : reasonsOf(own, rules) },
    owners: byOwner(outside.filter(soldForOwner)),
  }
}

const grossOf = (lines: readonly TicketLine[]): Dirham =>
  dirham(lines.reduce((total, { gross }) => total + gross, 0))

/** Each reason once, in the order of the lines. */
function reasonsOf(lines: readonly TicketLine[], rules: CountryRules): readonly LegalText[] {
  const keys = new Set(lines.map(({ exemption = rules.usualExemption }) => exemption))
  return [...keys].flatMap((key) => exemptionText(rules, key) ?? [])
}

/** A reason that the country does not know is its general one, the last of its list. */
const exemptionText = ({ exemptions }: CountryRules, key: ExemptionKey): LegalText | undefined =>
  (exemptions.find((each) => each.key === key) ?? exemptions.at(-1))?.text

function byOwner(lines: readonly TicketLine[]): OutsideVat['owners'] {
  const owners = [...new Set(lines.map(({ owner }) => owner?.owner ?? ''))]
  return owners.map((owner) => ({
    owner,
    gross: grossOf(lines.filter((line) => line.owner?.owner === owner)),
  }))
}

/** A legal sentence in both languages of a paper, each on its own line. */
export function legalBlocks({ law, text }: LegalText, tongues: Tongues): readonly PaperBlock[] {
  const filled = (language: Tongues['lead']) => text[language].replace('{law}', ltr(law))
  return [
    textBlock(cell(filled(tongues.lead), tongues.direction), 'start'),
    textBlock(cell(filled(tongues.other), tongues.otherDirection), 'start'),
  ]
}

/** Why what is exempt is so. */
export const exemptionBlocks = (
  { texts }: NonNullable<OutsideVat['exempt']>,
  tongues: Tongues,
): readonly PaperBlock[] =>
  texts.length === 0
    ? sentence(tongues, 'exemption', 'start')
    : texts.flatMap((text) => legalBlocks(text, tongues))
