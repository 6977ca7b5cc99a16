import { FoundInArchive } from './found-wrong.ts'

/** One file as it lies in the ZIP. */
export interface PackedFile {
  readonly name: string
  /** Deflated (RFC 1951), or as it is. */
  readonly deflated: boolean
  readonly packed: Uint8Array
  /** How long it is unpacked, and its CRC-32 as both ends of it say: what it is, the reader has to see. */
  readonly bytes: number
  readonly crc32: number
}

/** 1 January 1980, midnight: the time of every file, so that the same month gives the same bytes. */
const dosTime = 0x00210000
const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const descriptorSignature = 0x08074b50
const localLength = 30
const centralLength = 46
const endLength = 22
const descriptorLength = 16

/**
 * Takes an archive's ZIP apart. Stricter than ZIP is: only the one way our writer lays files out is read, so that no byte
 * outside the files can be changed unseen (APPNOTE 6.3.10 §4.3).
 * @throws FoundInArchive `notAnArchive` for what is no whole ZIP, `containerChanged` for any other
 */
export function readContainer(bytes: Uint8Array): readonly PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const endAt = bytes.length - endLength
  if (endAt < 0 || view.getUint32(endAt, true) !== endSignature)
    throw new FoundInArchive(looksLikeZip(view) ? 'containerChanged' : 'notAnArchive', { field: 'end' })
  const count = view.getUint16(endAt + 10, true)
  const centralAt = view.getUint32(endAt + 16, true)
  const same =
    view.getUint32(endAt + 4, true) === 0 &&
    view.getUint16(endAt + 8, true) === count &&
    view.getUint32(endAt + 12, true) === endAt - centralAt &&
    view.getUint16(endAt + 20, true) === 0
  if (!same) throw new FoundInArchive('containerChanged', { field: 'end' })
  const files: PackedFile[] = []
  let local = 0
  let central = centralAt
  for (let index = 0; index < count; index++) {
    const file = fileAt(view, bytes, { local, central, centralAt, endAt })
    files.push(file)
    local += localLength + file.name.length + file.packed.length + descriptorLength
    central += centralLength + file.name.length
  }
  if (local !== centralAt || central !== endAt)
    throw new FoundInArchive('containerChanged', { field: 'directory' })
  return files
}

const looksLikeZip = (view: DataView): boolean =>
  view.byteLength >= localLength && view.getUint32(0, true) === localSignature

interface Places {
  readonly local: number
  readonly central: number
  readonly centralAt: number
  readonly endAt: number
}

function fileAt(view: DataView, bytes: Uint8Array, places: Places): PackedFile {
  const { local, central, centralAt, endAt } = places
  const wrong = (file: string, field: string) => new FoundInArchive('containerChanged', { file, field })
  if (central + centralLength > endAt || view.getUint32(central, true) !== centralSignature)
    throw wrong('', 'directory')
  const nameLength = view.getUint16(central + 28, true)
  const size = view.getUint32(central + 20, true)
  const dataAt = local + localLength + nameLength
  const descriptor = dataAt + size
  if (central + centralLength + nameLength > endAt || descriptor + descriptorLength > centralAt)
    throw wrong('', 'directory')
  const name = asciiOf(bytes.subarray(central + centralLength, central + centralLength + nameLength))
  const method = view.getUint16(central + 10, true)
  const unpacked = view.getUint32(central + 24, true)
  const crc = view.getUint32(central + 16, true)
  const deflated = method === 8
  const expectations: readonly (readonly [string, boolean])[] = [
    ['directory', view.getUint16(central + 4, true) === 20 && view.getUint16(central + 6, true) === 20],
    ['directory', view.getUint16(central + 8, true) === 8 && (deflated || method === 0)],
    ['directory', view.getUint32(central + 12, true) === dosTime],
    ['directory', zeros(bytes, central + 30, 12)],
    ['directory', view.getUint32(central + 42, true) === local],
    ['header', view.getUint32(local, true) === localSignature],
    ['header', view.getUint16(local + 4, true) === 20 && view.getUint16(local + 6, true) === 8],
    ['header', view.getUint16(local + 8, true) === method && view.getUint32(local + 10, true) === dosTime],
    ['header', zeros(bytes, local + 14, 12) && view.getUint16(local + 26, true) === nameLength],
    ['header', view.getUint16(local + 28, true) === 0],
    ['header', asciiOf(bytes.subarray(local + localLength, dataAt)) === name],
    ['descriptor', view.getUint32(descriptor, true) === descriptorSignature],
    ['descriptor', view.getUint32(descriptor + 4, true) === crc],
    ['descriptor', view.getUint32(descriptor + 8, true) === size],
    ['descriptor', view.getUint32(descriptor + 12, true) === unpacked],
    ['descriptor', deflated || size === unpacked],
  ]
  for (const [field, holds] of expectations) if (!holds) throw wrong(name, field)
  const packed = bytes.subarray(dataAt, descriptor)
  return { name, deflated, packed, bytes: unpacked, crc32: crc }
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

const zeros = (bytes: Uint8Array, from: number, length: number): boolean =>
  bytes.subarray(from, from + length).every((byte) => byte === 0)
