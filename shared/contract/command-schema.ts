import { z } from 'zod'
import { heaviestGrams, itemsPerFact, longestMillimetres } from '../catalogue/item.ts'
import { isShelfSku } from '../catalogue/off-shelf.ts'
import type { AttemptId, PersonId, Sku, TicketNumber } from '../kernel/ids.ts'
import { receiptLanguages } from '../kernel/language.ts'
import type { OnlineOrderId } from '../marketplace/order.ts'
import type { Dirham } from '../money/amount.ts'
import { largestMinor } from '../money/amount.ts'
import { ownersPerFact } from '../owners/owner.ts'
import { longestPayload, parseMerchantQr } from '../qr/merchant-qr.ts'
import { highestCeiling } from '../tax/countries/countries.ts'
import { exemptionKeys } from '../tax/exemption.ts'
import { vatClasses } from '../tax/vat-class.ts'
import { closePeriodSchema, closeShiftSchema, moveCashSchema } from './closings-schema.ts'
import { ownerSchema, payOwnerSchema } from './owners-schema.ts'
import { buyerSchema, paperRequestSchema, pieceSchema, visitorSchema } from './papers-schema.ts'
import { taxSchema } from './tax-schema.ts'

/**
 * The door: each command a screen may send, bounded in size and range before anything looks at it. What does not
 * fit is refused as `badInput` or `inputTooLarge`, never coerced.
 */
const words = (max: number) => z.string().trim().min(1).max(max)
const money = z
  .number()
  .int()
  .min(0)
  .max(largestMinor)
  .transform((minor) => minor as Dirham)
const lineNumber = z.number().int().min(1).max(9999)
const quantity = z.number().int().min(1).max(9999)
const ticketNumber = z
  .number()
  .int()
  .min(1)
  .transform((n) => n as TicketNumber)
const sku = words(64).transform((text) => text as Sku)
const languageSchema = z.enum(receiptLanguages)

const millimetres = z.number().int().min(1).max(longestMillimetres)
const shippingSchema = z.object({
  weightGrams: z.number().int().min(1).max(heaviestGrams).nullable(),
  sizeMillimetres: z.object({ length: millimetres, width: millimetres, height: millimetres }).nullable(),
})

export const shopIdentitySchema = z.object({
  name: words(80),
  nameAr: z.string().max(80),
  address: z.string().max(160),
  city: z.string().max(60),
  phone: z.string().max(30),
  ice: z.string().regex(/^(\d{15})?$/),
  taxId: z.string().max(20),
  patente: z.string().max(20),
  tradeRegister: z.string().max(40),
  cnss: z.string().max(20),
})

export const settingsSchema = z
  .object({
    shop: shopIdentitySchema,
    // Above one dirham a small sale would round to nothing: somebody typed centimes for dirhams.
    cashRounding: money.refine((step) => step <= 100),
    cashCeiling: money,
    receiptLanguage: languageSchema,
    paperCompanion: z.enum(['ar', 'fr']).optional(),
    tax: taxSchema.optional(),
    exportForms: z.object({ operator: z.string().trim().max(60) }).nullish(),
    euroRate: z.number().int().min(1).max(10_000_000).nullable(),
    // A code with one wrong character pays somebody else: only one whose own check agrees comes in.
    merchantQr: z
      .string()
      .trim()
      .max(longestPayload)
      .refine((text) => parseMerchantQr(text).ok)
      .nullish()
      .transform((text) => text ?? null),
  })
  // The shop's own limit on cash may only be lower than the law's.
  .refine(({ cashCeiling, tax }) => cashCeiling <= highestCeiling(tax?.country ?? 'MA'))

export const itemSchema = z.object({
  sku: sku.refine(isShelfSku),
  name: z.object({ ar: words(200).optional(), fr: words(200).optional(), en: words(200).optional() }),
  price: money,
  floor: money.nullable(),
  vat: z.enum(vatClasses),
  exemption: z.enum(exemptionKeys).optional(),
  unique: z.boolean(),
  stock: z.number().int().min(-99_999).max(999_999),
  owner: z.object({ owner: words(64), sharePpm: z.number().int().min(0).max(1_000_000) }).nullable(),
  barcodes: z.array(words(64)).max(20),
  category: words(40).nullable(),
  maker: words(80).nullable(),
  village: words(80).nullable(),
  shipping: shippingSchema.nullish(),
  details: pieceSchema.omit({ maker: true, village: true }).nullish(),
})

const orderId = z
  .string()
  .min(1)
  .max(200)
  .transform((id) => id as OnlineOrderId)

/** What the buyer is told of the parcel; either may be missing. */
const orderMoveSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('handedOver') }),
  z.object({
    to: z.literal('shipped'),
    carrier: z.string().trim().max(80),
    tracking: z.string().trim().max(80),
  }),
])

export const personSchema = z.object({
  id: words(64).transform((id) => id as PersonId),
  name: words(60),
  role: z.enum(['cashier', 'manager', 'owner']),
})

const agreePriceSchema = z.object({
  type: z.literal('agreePrice'),
  line: lineNumber,
  unit: money,
  reason: words(200),
  manager: words(60).nullable(),
})

export const pinSchema = z.string().regex(/^\d{4,8}$/)

/** What a manager may allow at a cashier's till: the command, whose yes it is, and the PIN that proves it. */
export const approvedCommandSchema = z.object({
  command: agreePriceSchema.omit({ manager: true }),
  approver: z.string().max(64),
  pin: pinSchema,
})

/** As read off the paper: no blanks, no more of the card than its last four. */
const slipSchema = z.object({
  authorisation: z.string().regex(/^[A-Za-z0-9]{1,12}$/),
  lastFour: z.string().regex(/^\d{4}$/),
})

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('openShift'), cashier: words(60), float: money }),
  closeShiftSchema,
  closePeriodSchema,
  moveCashSchema,
  z.object({ type: z.literal('openDrawer'), reason: words(200) }),
  z.object({ type: z.literal('scan'), code: words(64), quantity }),
  z.object({ type: z.literal('changeQuantity'), line: lineNumber, quantity }),
  agreePriceSchema,
  z.object({ type: z.literal('removeLine'), line: lineNumber }),
  z.object({ type: z.literal('chooseLanguage'), language: languageSchema }),
  z.object({ type: z.literal('payCash'), given: money }),
  z.object({ type: z.literal('payCard'), amount: money.nullable() }),
  z.object({
    type: z.literal('payOther'),
    tender: z.enum(['mobile', 'transfer', 'cheque']),
    amount: money.nullable(),
    reference: words(64),
  }),
  z.object({ type: z.literal('cancelAttempt') }),
  z.object({ type: z.literal('askTerminal') }),
  z.object({
    type: z.literal('resolveAttempt'),
    outcome: z.enum(['approved', 'declined']),
    name: words(60),
    attemptId: words(64)
      .transform((id) => id as AttemptId)
      .nullish()
      .transform((id) => id ?? null),
    slip: slipSchema.nullish().transform((slip) => slip ?? null),
  }),
  z.object({ type: z.literal('voidTicket'), ticket: ticketNumber }),
  z.object({ type: z.literal('testTerminal') }),
  z.object({ type: z.literal('showQr'), amount: money.nullable() }),
  z.object({ type: z.literal('hideQr') }),
  z.object({ type: z.literal('park'), name: words(60) }),
  z.object({ type: z.literal('resume'), name: words(60) }),
  z.object({ type: z.literal('cancelSale') }),
  z.object({
    type: z.literal('refund'),
    ticket: ticketNumber,
    line: lineNumber,
    quantity,
    tender: z.enum(['cash', 'card', 'online']),
  }),
  z.object({ type: z.literal('sellOnlineOrder'), order: orderId, move: orderMoveSchema }),
  z.object({ type: z.literal('reprint'), ticket: ticketNumber }),
  z.object({ type: z.literal('printPaper'), paper: paperRequestSchema }),
  z.object({
    type: z.literal('answerPrint'),
    job: z.number().int().min(1),
    answer: z.enum(['again', 'leave']),
  }),
  z.object({ type: z.literal('issueInvoice'), ticket: ticketNumber, buyer: buyerSchema }),
  z.object({ type: z.literal('issueExportForm'), ticket: ticketNumber, visitor: visitorSchema }),
  z.object({ type: z.literal('voidExportForm'), form: z.number().int().min(1) }),
  z.object({ type: z.literal('forgetVisitor'), form: z.number().int().min(1) }),
  z.object({
    type: z.literal('issueCertificate'),
    ticket: ticketNumber,
    line: lineNumber,
    piece: pieceSchema,
  }),
  z.object({ type: z.literal('configure'), settings: settingsSchema }),
  z.object({ type: z.literal('loadCatalogue'), items: z.array(itemSchema).max(itemsPerFact) }),
  z.object({ type: z.literal('setPeople'), people: z.array(personSchema).min(1).max(100) }),
  z.object({ type: z.literal('setOwners'), owners: z.array(ownerSchema).min(1).max(ownersPerFact) }),
  payOwnerSchema,
  z.object({ type: z.literal('setTraining'), on: z.boolean() }),
])

export type CommandInput = z.input<typeof commandSchema>
