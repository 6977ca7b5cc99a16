import { Bitmap } from './bitmap.ts'
import { ByteReader, ByteWriter } from './cursor.ts'
import type { Dialect, MacRule } from './dialect.ts'
import { digitCodecs } from './digits.ts'
import { type FieldCodec, type FieldValue, fieldCodec } from './field-codec.ts'
import { fieldRow } from './field-row.ts'
import type { Seal } from './mac.ts'
import { Iso8583Error, type Message } from './message.ts'

/** Between messages and their bytes, without length header and TPDU. Both directions throw Iso8583Error. */
export interface Packager {
  /** Bytes of the caller's own. The MAC is added where the dialect says so. */
  pack(message: Message): Uint8Array
  /** The MAC is checked where the dialect says so, and then left out. Binary fields are copies. */
  unpack(bytes: Uint8Array): Message
}

/** Type 4, two bitmaps in hexadecimal 32. */
const headLargest = 36

/**
 * @param seal needed where the dialect has MACs
 * @throws RangeError without it
 */
export function packager(dialect: Pick<Dialect, 'version' | 'wire' | 'mac'>, seal?: Seal): Packager {
  const { version, wire, mac } = dialect
  if (mac !== null && seal === undefined) throw new RangeError('this dialect has MACs: a key is needed')
  const codecs = codecsOf(wire)
  const types = digitCodecs[wire.mti]
  const out = new ByteWriter(codecs.reduce((sum, codec) => sum + (codec?.largest ?? 0), headLargest))
  const packed = new Bitmap()
  const heard = new Bitmap()

  const checkType = (mti: string): void => {
    if (mti.length !== 4 || mti[0] !== version) throw new Iso8583Error('wrongClass', 'mti', 0)
  }
  const sealFor = (mti: string): Seal | undefined => (carriesMac(mac, mti) ? seal : undefined)

  return {
    pack({ mti, fields }) {
      checkType(mti)
      packed.clear()
      for (const field of fields.keys()) {
        if (codecs[field] === undefined) throw new Iso8583Error('unknownField', field, 0)
        packed.add(field)
      }
      const sealed = sealFor(mti)
      if (sealed !== undefined) {
        const field = packed.last
        if (packed.has(64) || packed.has(128)) throw new Iso8583Error('wrongMac', field, 0)
        packed.add(field)
      }
      out.at = 0
      types.write(out, mti, 0, 'mti')
      packed.write(out, wire.bitmap)
      for (let field = packed.next(1); field <= 128; field = packed.next(field)) {
        const value = fields.get(field) ?? sealed?.(out.bytes.subarray(0, out.at))
        if (value !== undefined) codecs[field]?.write(value, out)
      }
      return out.written()
    },

    unpack(bytes) {
      const from = new ByteReader(bytes)
      const mti = types.read(from, 4, 'mti')
      checkType(mti)
      heard.read(from, wire.bitmap)
      const fields = new Map<number, FieldValue>()
      for (let field = heard.next(1); field <= 128; field = heard.next(field)) {
        const codec = codecs[field]
        if (codec === undefined) throw new Iso8583Error('unknownField', field, from.at)
        fields.set(field, codec.read(from))
      }
      if (from.at < bytes.length) throw new Iso8583Error('trailing', 'end', from.at)
      const sealed = sealFor(mti)
      if (sealed !== undefined) checkMac(bytes, fields, heard.last, sealed)
      return { mti, fields }
    },
  }
}

/** By number; nothing at 0, 1 and 65, and where the dialect has no such field. */
function codecsOf(wire: Dialect['wire']): readonly (FieldCodec | undefined)[] {
  return Array.from({ length: 129 }, (_, field) => {
    const row = fieldRow(wire, field)
    return row === null ? undefined : fieldCodec(field, row, wire)
  })
}

/** Whether messages of this type carry a MAC. */
function carriesMac(mac: MacRule | null, mti: string): boolean {
  return mac?.on.some((on) => (on.endsWith('*') ? mti.startsWith(on.slice(0, -1)) : mti === on)) ?? false
}

/** Takes the MAC out of the fields. @throws Iso8583Error `missing` or `wrongMac` */
function checkMac(bytes: Uint8Array, fields: Map<number, FieldValue>, place: 64 | 128, seal: Seal): void {
  const found = fields.get(place)
  if (!(found instanceof Uint8Array)) throw new Iso8583Error('missing', place, bytes.length)
  const start = bytes.length - found.length
  const expected = seal(bytes.subarray(0, start))
  let difference = found.length ^ expected.length
  // All of it is looked at, so that the time it takes says nothing of where it differs.
  for (let index = 0; index < expected.length; index++)
    difference |= (expected[index] ?? 0) ^ (found[index] ?? 0)
  if (difference !== 0 || (place === 128 && fields.has(64))) throw new Iso8583Error('wrongMac', place, start)
  fields.delete(place)
}
