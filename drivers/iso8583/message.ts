/**
 * An ISO 8583 message as data: the type and the fields that are there, by number. Text fields as text without
 * padding; binary fields (MAC, EMV) as bytes. Field 1 and the bitmaps are made and read by the packager.
 */
export interface Message {
  /** Four digits: version, class, function, origin. */
  readonly mti: string
  readonly fields: ReadonlyMap<number, string | Uint8Array>
}

/** Where in a message something is wrong. */
export type Place = number | 'mti' | 'bitmap' | 'length' | 'header' | 'end'

export type Iso8583Trouble =
  | 'truncated'
  | 'trailing'
  | 'wrongClass'
  | 'tooLong'
  | 'tooShort'
  | 'duplicateBitmap'
  | 'unknownField'
  | 'missing'
  | 'wrongMac'

/** A message that cannot be packed, or bytes that are none; nothing of the value is in the words. */
export class Iso8583Error extends Error {
  override readonly name = 'Iso8583Error'
  readonly trouble: Iso8583Trouble
  readonly place: Place
  /** Byte in the message at which it was seen, 0 = its first. */
  readonly offset: number
  constructor(trouble: Iso8583Trouble, place: Place, offset: number) {
    super(`${typeof place === 'number' ? `field ${place}` : place}: ${trouble} at byte ${offset}`)
    this.trouble = trouble
    this.place = place
    this.offset = offset
  }
}
