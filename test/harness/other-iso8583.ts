import Iso8583 from 'iso_8583'
import type { Message } from '#drivers/iso8583/message.ts'

/**
 * The published codec `iso_8583`, as a yardstick: for messages of text with a second bitmap, which it always writes. It
 * takes what is cut short, too long or no number, and is no judge of that.
 */

/** Bitmaps as hexadecimal text. */
const formats = { 1: { ContentType: 'an', Label: 'Bitmap', LenType: 'fixed', MaxLen: 32 } }

const lengthHeader = 2

/** @throws Error for what it refuses */
export function packedByOther({ mti, fields }: Message): Uint8Array {
  const written = new Iso8583({ 0: mti, ...Object.fromEntries(fields as Map<number, string>) }, formats)
  const framed = written.getBufferMessage()
  if (!Buffer.isBuffer(framed)) throw new Error(framed.error)
  return framed.subarray(lengthHeader)
}

/** @throws Error for what it refuses */
export function unpackedByOther(message: Uint8Array): Message {
  const framed = Buffer.concat([Buffer.alloc(lengthHeader), message])
  framed.writeUInt16BE(message.length)
  const read = new Iso8583({}, formats).getIsoJSON(framed, { bitmapEncoding: 'utf8' })
  const { error, 0: mti = '', ...fields } = read as Record<string, string>
  if (error !== undefined) throw new Error(error)
  return { mti, fields: new Map(Object.entries(fields).map(([field, value]) => [Number(field), value])) }
}
