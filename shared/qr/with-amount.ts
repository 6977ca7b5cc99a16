import type { Result } from '../kernel/result.ts'
import { err, ok } from '../kernel/result.ts'
import { type DataObject, longestValue, readObjects, writeObjects } from './data-objects.ts'
import { longestPayload, type MerchantQr, type MerchantQrFault, merchantQrText } from './merchant-qr.ts'

/** Where our reference goes in the additional data (MPM table 3.7: Reference Label), and how long it may be. */
const referenceLabel = '05'
const longestReference = 25
/** An acquirer that wants the payer to type a reference writes this for its value (MPM §4.8). */
const askThePayer = '***'

/**
 * The text that asks for one payment: 01 becomes 12, 54 the amount, and the reference goes where the acquirer left
 * room for it. All other tags stay as they are, in their order; tags that were not there come where their number
 * belongs.
 * @param amountMinor centimes, [1, 999999999999]: 13 characters with the dot (MPM table 3.2)
 * @param reference [1, 25] letters, digits and `-`; what the payment is found by later
 */
export function withAmount(
  qr: MerchantQr,
  amountMinor: number,
  reference?: string,
): Result<string, MerchantQrFault> {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1 || amountMinor > 999_999_999_999) {
    return err({ fault: 'amount' })
  }
  const additional = reference === undefined ? ok(null) : additionalData(qr, reference)
  if (!additional.ok) return additional
  let objects = put(qr.objects, { tag: '01', value: '12' })
  objects = put(objects, { tag: '54', value: amountText(amountMinor) })
  if (additional.value !== null) objects = put(objects, { tag: '62', value: additional.value })
  const text = merchantQrText({ ...qr, objects })
  return [...text].length > longestPayload ? err({ fault: 'length' }) : ok(text)
}

/** `125.50`: decimals by text, never by division. */
export function amountText(amountMinor: number): string {
  const digits = String(amountMinor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * The value of tag 62 with our reference. A reference label of the acquirer's own is not overwritten: the payment
 * would be found by it and not by ours.
 */
function additionalData(qr: MerchantQr, reference: string): Result<string, MerchantQrFault> {
  if (!/^[A-Za-z0-9-]+$/.test(reference) || reference.length > longestReference)
    return err({ fault: 'reference' })
  const present = qr.objects.find(({ tag }) => tag === '62')
  const inside = readObjects(present?.value ?? '')
  if (!inside.ok) return err({ fault: 'badValue', tag: '62' })
  const own = inside.value.find(({ tag }) => tag === referenceLabel)
  if (own !== undefined && own.value !== askThePayer) return err({ fault: 'reference' })
  const value = writeObjects(put(inside.value, { tag: referenceLabel, value: reference }))
  return [...value].length > longestValue ? err({ fault: 'reference' }) : ok(value)
}

/** Replaces a tag where it stands, or puts it before the first with a higher number. */
function put(objects: readonly DataObject[], object: DataObject): readonly DataObject[] {
  if (objects.some(({ tag }) => tag === object.tag)) {
    return objects.map((present) => (present.tag === object.tag ? object : present))
  }
  const behind = objects.findIndex(({ tag }) => tag > object.tag)
  const at = behind < 0 ? objects.length : behind
  return [...objects.slice(0, at), object, ...objects.slice(at)]
}
