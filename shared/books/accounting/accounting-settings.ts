import { z } from 'zod'
import type { CountryCode } from '../../tax/regime.ts'
import { type AccountPlan, accountKeys } from './account-plan.ts'
import { accountPlans } from './account-plans.data.ts'

/** Three digits at least, as plans of accounts are; no longer than every program of a bookkeeper takes. */
export const accountSchema = z.string().regex(/^\d{3}[0-9A-Za-z]{0,8}$/)
const rateSchema = z.number().int().min(0).max(10_000)

/** What a shop's bookkeeper wants otherwise than the country's plan has it, and how the journal is written. */
export const accountingSettingsSchema = z.strictObject({
  accounts: z.partialRecord(z.enum(accountKeys), accountSchema).default({}),
  byRate: z
    .array(
      z.strictObject({
        rate: rateSchema.nullable(),
        sales: accountSchema.optional(),
        vat: accountSchema.optional(),
      }),
    )
    .max(20)
    .default([]),
  /** By device id of a terminal. */
  cards: z.record(z.string().min(1).max(64), accountSchema).default({}),
  /** Hundredths of a percent; `null`: as the country has it. */
  feeVatRate: rateSchema.nullable().default(null),
  commissionVatRate: rateSchema.nullable().default(null),
  /** A preset, or the name of a file of the shop's own without `.json`. */
  template: z.string().min(1).max(64).default('canonical'),
  /** Of labels and names of accounts. */
  language: z.enum(['ar', 'fr', 'en']).default('fr'),
})

export type AccountingSettings = z.infer<typeof accountingSettingsSchema>

export const unsetAccounting: AccountingSettings = accountingSettingsSchema.parse({})

/** The country's plan with what the shop replaces in it. */
export function planOf(settings: AccountingSettings, country: CountryCode): AccountPlan {
  const usual = accountPlans[country]
  const replaced = Object.fromEntries(
    accountKeys.map((key) => [key, settings.accounts[key] ?? usual.accounts[key]]),
  ) as AccountPlan['accounts']
  const rates = [...settings.byRate, ...usual.byRate].map(({ rate }) => rate)
  const byRate = [...new Set(rates)].map((rate) => ({
    rate,
    ...usual.byRate.find((each) => each.rate === rate),
    ...settings.byRate.find((each) => each.rate === rate),
  }))
  return {
    country,
    accounts: replaced,
    byRate,
    cards: { ...usual.cards, ...settings.cards },
    feeVatRate: settings.feeVatRate ?? usual.feeVatRate,
    commissionVatRate: settings.commissionVatRate ?? usual.commissionVatRate,
  }
}
