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

/** Commands of fixed length: how many bytes follow the two of the name. Source: the makers' command lists. */
const fixed: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map([
  [
    ESC,
    new Map([
      ['@', 0],
      ['2', 0],
      ['3', 1],
      ['!', 1],
      ['-', 1],
      ['E', 1],
      ['G', 1],
      ['J', 1],
      ['M', 1],
      ['R', 1],
      ['a', 1],
      ['d', 1],
      ['t', 1],
      ['p', 3],
    ]),
  ],
  [
    FS,
    new Map([
      ['.', 0],
      ['&', 0],
    ]),
  ],
  [
    GS,
    new Map([
      ['!', 1],
      ['B', 1],
      ['a', 1],
      ['r', 1],
      ['I', 1],
    ]),
  ],
])

const prefix: ReadonlyMap<number, string> = new Map([
  [ESC, 'ESC'],
  [FS, 'FS'],
  [GS, 'GS'],
])

/**
 * The first command of a stream, or `null` while it is incomplete. Characters come one at a time as `char`; a command
 * the printer does not know comes as `unknown` with its two bytes, which is all a real one would skip.
 */
export function readCommand(stream: Uint8Array): ReadCommand | null {
  const first = stream[0]
  if (first === undefined) return null
  if (first === 0x0a) return command('LF', stream, 1, 1)
  if (first === 0x0d) return command('CR', stream, 1, 1)
  if (first === DLE) return readRealTime(stream)
  const family = fixed.get(first)
  if (family === undefined)
    return first < 0x20 ? command('unknown', stream, 0, 1) : command('char', stream, 0, 1)
  const letter = stream[1]
  if (letter === undefined) return null
  const char = String.fromCharCode(letter)
  if (first === GS && char === 'v') return readRaster(stream)
  if (first === GS && char === 'V') return readCut(stream)
  if (char === '(') return readLong(stream, `${prefix.get(first)} (`)
  const parameters = family.get(char)
  if (parameters === undefined) return command('unknown', stream, 0, 2)
  return command(`${prefix.get(first)} ${char}`, stream, 2, 2 + parameters)
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
  if (kind === 0x14) return command('DLE', stream, 1, 5)
  return command('unknown', stream, 0, 2)
}

/** GS v 0 m xL xH yL yH d… */
function readRaster(stream: Uint8Array): ReadCommand | null {
  if (stream.length < 8) return null
  const length = 8 + word(stream, 4) * word(stream, 6)
  return command('GS v 0', stream, 3, length)
}

/** GS V 0|1|48|49, or GS V 65|66 n. */
function readCut(stream: Uint8Array): ReadCommand | null {
  const mode = stream[2]
  if (mode === undefined) return null
  return command('GS V', stream, 2, mode === 65 || mode === 66 ? 4 : 3)
}

/** GS ( X pL pH d… */
function readLong(stream: Uint8Array, name: string): ReadCommand | null {
  if (stream.length < 5) return null
  return command(`${name} ${String.fromCharCode(stream[2] ?? 0)}`, stream, 5, 5 + word(stream, 3))
}

const word = (stream: Uint8Array, at: number): number => (stream[at] ?? 0) + (stream[at + 1] ?? 0) * 256
