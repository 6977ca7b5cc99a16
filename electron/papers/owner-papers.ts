import type { PaperSource } from '#electron/checkout/ports.ts'
import { ownerPeriod } from '#electron/ledger/owner-account.ts'
import { isDay } from '#shared/kernel/day-range.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { nearestLanguage, type ScreenLanguage } from '#shared/kernel/language.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import type { Owner } from '#shared/owners/owner.ts'
import { ownerStatementDocument } from '#shared/receipt/owner-statement.ts'
import { payoutSlipDocument } from '#shared/receipt/payout-slip.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

/** How somebody is written on their own papers, and in which language. */
function addressed(
  owner: string,
  contract: Owner | null,
  source: PaperSource,
): { readonly artisan: string; readonly language: ScreenLanguage } {
  if (contract === null)
    return { artisan: owner, language: nearestLanguage[settingsOf(source).receiptLanguage] }
  const { name, nameAr, language } = contract
  return { artisan: language === 'ar' && nameAr !== '' ? nameAr : name, language }
}

/** As the account stood before it, whatever was sold since. */
export const layPayoutSlip: Lay<'payoutSlip'> = async ({ payout }, source) => {
  const { ledger, copy, training } = source
  const seq = payout as Seq
  const [entry] = ledger.entriesBetween(seq, seq, ['ownerPaid'])
  if (entry === undefined) return null
  const { owner, what, period, before, amount, by, reference } = entry.fact
  return laid(
    payoutSlipDocument({
      ...addressed(owner, ledger.findOwner(owner)?.contract ?? null, source),
      number: payout,
      at: entry.at,
      what,
      period: period && ownerPeriod(ledger, owner, period, seq),
      before,
      paid: amount,
      by,
      reference,
      settings: settingsOf(source),
      copy,
      training,
    }),
  )
}

/** While its days still run it is a new reading each time, never a copy, as an X is. */
export const layOwnerStatement: Lay<'ownerStatement'> = async ({ owner, from, to }, source, world) => {
  const { ledger, copy, training } = source
  const account = ledger.findOwner(owner)
  if (account === null || !isDay(from) || !isDay(to) || to < from) return null
  const { contract } = account
  const at = world.clock.now()
  const over = to < businessDayNow(ledger.openShift(), at)
  return laid(
    ownerStatementDocument({
      ...addressed(owner, contract, source),
      at,
      contract,
      period: ownerPeriod(ledger, owner, { from, to }),
      settings: settingsOf(source),
      copy: over ? copy : 0,
      training,
    }),
  )
}
