import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sheetPdf } from '#electron/papers/sheet-pdf.ts'
import { shopNameHash } from '#electron/platform/shop-key.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import { daysOf, isDay } from '#shared/kernel/day-range.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import type { Owner } from '#shared/owners/owner.ts'
import { type ActivityMonth, activitySheet } from '#shared/receipt/activity-sheet.ts'
import { tillCode } from '#shared/receipt/code.ts'
import { keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import { signedText } from '#shared/receipt/signed-code.ts'
import { BooksRefused, type BookWork, type BookWorld } from '../book-world.ts'
import { artisanMonth, shopMonth, twelveMonths } from './activity-figures.ts'

export interface ActivityJob {
  /** `null`: the shop itself. */
  readonly owner: string | null
  /** The last of the twelve: `2026-11`. */
  readonly month: string
  readonly language: ScreenLanguage
}

/**
 * Twelve months of an artisan or of the shop on one page of A4, signed, for a bank.
 * @throws BooksRefused `badRange`, `rangeInFuture`, `unknownOwner`
 */
export const activityWork: BookWork<ActivityJob> = async (job, world) => {
  const { ledger, now } = world
  const { owner, month, language } = job
  const today = businessDayNow(ledger.openShift(), now)
  if (!/^\d{4}-\d{2}$/.test(month) || !isDay(`${month}-01`)) throw new BooksRefused(refuse('badRange'))
  if (month > today.slice(0, 7)) throw new BooksRefused(refuse('rangeInFuture', { today }))
  const account = owner === null ? null : ledger.findOwner(owner)
  if (owner !== null && account === null) throw new BooksRefused(refuse('unknownOwner'))
  const asked = twelveMonths(month)
  const months = asked.map((each, index) => {
    const figures = owner === null ? shopMonth(ledger, each) : artisanMonth(ledger, owner, each)
    world.progress(index + 1, asked.length)
    return figures
  })
  const contract = account?.contract ?? null
  const artisan = owner === null ? null : artisanOf(owner, contract, language)
  const { shop } = ledger.settings() ?? unsetSettings
  const sheet = activitySheet({
    shop,
    artisan,
    months,
    running: daysOf(month).to >= today,
    madeOn: today,
    till: tillCode(ledger.tillId),
    entry: ledger.head()?.seq ?? 0,
    language,
    signed: signedBy(world, { shop: shop.name, whom: artisan?.name ?? '', month, day: today, months }),
  })
  const name = `hanout-activity-${month}.pdf`
  const author = language === 'ar' && shop.nameAr !== '' ? shop.nameAr : shop.name
  const bytes = sheetPdf(sheet, { title: name, author })
  const file = join(world.out, name)
  writeFileSync(file, bytes, { flag: 'wx' })
  return { kind: 'file', file, name, mediaType: 'application/pdf', bytes: bytes.length }
}

function artisanOf(owner: string, contract: Owner | null, language: ScreenLanguage) {
  const arabic = language === 'ar' ? (contract?.nameAr ?? '') : ''
  const name = arabic !== '' ? arabic : (contract?.name ?? owner)
  const place = [contract?.craft ?? '', contract?.village ?? ''].filter((each) => each !== '').join(', ')
  return { name, registration: contract?.registration ?? '', place }
}

interface Signed {
  readonly shop: string
  readonly whom: string
  readonly month: string
  readonly day: string
  readonly months: readonly ActivityMonth[]
}

function signedBy({ ledger, key }: BookWorld, { shop, months, ...said }: Signed) {
  const signing = key()
  if (signing === null) return null
  const code = signedText(
    {
      kind: 'activity',
      till: tillCode(ledger.tillId),
      shop: shopNameHash(shop),
      ...said,
      sales: months.reduce((total, { sales }) => total + sales, 0),
      takings: months.map(({ takings }) => takings),
      dues: months.map(({ due }) => due),
    },
    signing,
  )
  return { code, fingerprint: keyFingerprint(signing.publicKey) }
}
