import { tag } from './tags.ts'

/**
 * A NAPS message as it came: fields by tag. Holds clear card numbers: never leaves the driver, is never written
 * down.
 */
export interface NapsMessage {
  readonly type: string
  readonly fields: ReadonlyMap<string, string>
  /** The receipt was not closed as it should be; the rest of the message stands. */
  readonly truncated: boolean
}

/** A field's value as it came; `undefined`: the message has none. */
export const field = (message: NapsMessage, name: string): string | undefined => message.fields.get(name)

/** Amount in centimes; `null` where absent or not a number. Some terminals do not pad it to 12 digits. */
export function amountOf(message: NapsMessage): number | null {
  const text = field(message, tag.amount)
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null
}

/** Response code (CR, tag 013); empty where absent, which is no code of the guide's. */
export const codeOf = (message: NapsMessage): string => field(message, tag.code) ?? ''

export type RequestFields = readonly (readonly [tag: string, value: string])[]

/**
 * TAG(3) LENGTH(3) VALUE, nothing around it; LENGTH counts characters (guide v1.1 §III.2). Requests are ASCII.
 * @throws RangeError for a value that no field can carry: a defect of the caller
 */
export function encodeRequest(fields: RequestFields): Uint8Array {
  let text = ''
  for (const [name, value] of fields) {
    if (!/^\d{3}$/.test(name) || value.length > 998 || !/^[\x20-\x7e]*$/.test(value)) {
      throw new RangeError(`tag ${name} cannot carry ${value.length} characters`)
    }
    text += name + String(value.length).padStart(3, '0') + value
  }
  return new TextEncoder().encode(text)
}
