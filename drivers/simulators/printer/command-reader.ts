import { barcodeEnd } from './barcode-data.ts'
import { escapeLengths, fieldLengths, groupLengths } from './command-lengths.data.ts'

/** One command as the printer understands it. `length` is what it took from the stream. */
export interface ReadCommand {
  readonly name: string
  /** The bytes behind the name: parameters, then data. */
  readonly bytes: Uint8Array
  readonly length: number
}

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d
const DLE = 0x10

const families: ReadonlyMap<number, readonly [string, Readonly<Record<string, number>>]> = new Map([
  [ESC, ['ESC', escapeLengths]],
  [FS, ['FS', fieldLengths]],
  [GS, ['GS', groupLengths]],
])

/**
 * The first command of a stream, or `null` while it is incomplete. Characters come one at a time as `char`; a command
 * the printer does not know comes as `unknown` with its two bytes, which is all a real one would skip: what follows is
 * printed.
 */
export function readCommand(stream: Uint8Array): ReadCommand | null {
  const first = stream[0]
  if (first === undefined) return null
  if (first === 0x00) return command('NUL', stream, 1, 1)
  if (first === 0x09) return command('HT', stream, 1, 1)
  if (first === 0x0a) return command('LF', stream, 1, 1)
  if (first === 0x0d) return command('CR', stream, 1, 1)
  if (first === DLE) return readRealTime(stream)
  const family = families.get(first)
  if (family === undefined)
    return first < 0x20 ? command('unknown', stream, 0, 1) : command('char', stream, 0, 1)
  const letter = stream[1]
  if (letter === undefined) return null
  const [prefix, lengths] = family
  const char = String.fromCharCode(letter)
  const special = specials[`${prefix} ${char}`]
  if (special !== undefined) return special(stream)
  const parameters = Object.hasOwn(lengths, char) ? lengths[char] : undefined
  if (parameters === undefined) return command('unknown', stream, 0, 2)
  return command(`${prefix} ${char}`, stream, 2, 2 + parameters)
}

/** Commands whose length stands in their parameters. */
const specials: Readonly<Record<string, (stream: Uint8Array) => ReadCommand | null>> = {
  'ESC *': readBitImage,
  'ESC (': (stream) => readLong(stream, 'ESC ('),
  'FS (': (stream) => readLong(stream, 'FS ('),
  'GS (': (stream) => readLong(stream, 'GS ('),
  'GS 8': readVeryLong,
  'GS V': readCut,
  'GS k': readBarcode,
  'GS v': readRaster,
}

function command(name: string, stream: Uint8Array, from: number, length: number): ReadCommand | null {
  if (stream.length < length) return null
  return { name, bytes: stream.slice(from, length), length }
}

/** Answered when it arrived; here it only has to be stepped over. */
function readRealTime(stream: Uint8Array): ReadCommand | null {
  const kind = stream[1]
  if (kind === undefined) return null
  if (kind === 0x04 || kind === 0x05) return command('DLE', stream, 1, 3)
  if (kind !== 0x14) return command('unknown', stream, 0, 2)
  const fn = stream[2]
  if (fn === undefined) return null
  return command('DLE', stream, 1, fn === 8 ? 10 : 5)
}

/** GS v 0 m xL xH yL yH d… */
function readRaster(stream: Uint8Array): ReadCommand | null {
  if (stream.length < 8) return null
  if (stream[2] !== 0x30) return command('unknown', stream, 0, 2)
  return command('GS v 0', stream, 3, 8 + word(stream, 4) * word(stream, 6))
}

/** ESC * m nL nH d…; with another m than the four the rest is taken for text. */
function readBitImage(stream: Uint8Array): ReadCommand | null {
  const mode = stream[2]
  if (mode === undefined) return null
  if (![0, 1, 32, 33].includes(mode)) return command('unknown', stream, 0, 3)
  if (stream.length < 5) return null
  return command('ESC *', stream, 2, 5 + word(stream, 3) * (mode < 32 ? 1 : 3))
}

/** GS V 0|1|48|49, or GS V 65|66 n. */
function readCut(stream: Uint8Array): ReadCommand | null {
  const mode = stream[2]
  if (mode === undefined) return null
  if (![0, 1, 48, 49, 65, 66].includes(mode)) return command('unknown', stream, 0, 3)
  return command('GS V', stream, 2, mode === 65 || mode === 66 ? 4 : 3)
}

/** GS k m d… NUL, or GS k m n d…; `GS k refused` without the data, which then is text. */
function readBarcode(stream: Uint8Array): ReadCommand | null {
  const end = barcodeEnd(stream)
  if (end === null) return null
  const { length, refused } = end
  return refused ? command('GS k refused', stream, 2, length) : command('GS k', stream, 2, length)
}

/** GS ( X pL pH d… */
function readLong(stream: Uint8Array, name: string): ReadCommand | null {
  if (stream.length < 5) return null
  return command(`${name} ${String.fromCharCode(stream[2] ?? 0)}`, stream, 5, 5 + word(stream, 3))
}

/** GS 8 L p1 p2 p3 p4 d…: the same as GS ( L, for more than 65535 bytes. */
function readVeryLong(stream: Uint8Array): ReadCommand | null {
  if (stream.length < 7) return null
  if (stream[2] !== 0x4c) return command('unknown', stream, 0, 2)
  return command('GS ( L', stream, 7, 7 + word(stream, 3) + word(stream, 5) * 0x1_00_00)
}

const word = (stream: Uint8Array, at: number): number => (stream[at] ?? 0) + (stream[at + 1] ?? 0) * 256
