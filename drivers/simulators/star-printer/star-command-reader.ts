/** One command as the printer understands it. `length` is what it took from the stream. */
export interface StarCommand {
  readonly name: string
  /** Parameters, then data. */
  readonly bytes: Uint8Array
  readonly length: number
}

/** Single bytes that are commands. Source: STAR Line Mode Command Specifications, command list. */
const controls: Readonly<Record<number, string>> = {
  0: 'NUL',
  4: 'EOT',
  5: 'ENQ',
  7: 'BEL',
  9: 'HT',
  10: 'LF',
  13: 'CR',
  15: 'SI',
  18: 'DC2',
  23: 'ETB',
  24: 'CAN',
  25: 'EM',
  26: 'SUB',
  28: 'FS',
}

/** ESC x: how many parameters follow. Sources: README.md, table. */
const escaped: Readonly<Record<string, number>> = {
  ' ': 1,
  $: 1,
  '-': 1,
  '/': 1,
  '0': 0,
  '4': 0,
  '5': 0,
  '@': 0,
  E: 0,
  F: 0,
  I: 1,
  J: 1,
  M: 0,
  P: 0,
  Q: 1,
  R: 1,
  W: 1,
  _: 1,
  '\x07': 2,
  a: 1,
  d: 1,
  h: 1,
  i: 2,
  l: 1,
  p: 0,
  q: 0,
  s: 2,
  t: 2,
  z: 1,
}

/** ESC GS x, ESC RS x and ESC ACK x. */
const grouped: Readonly<Record<number, readonly [string, Readonly<Record<string, number>>]>> = {
  29: ['ESC GS', { '\x03': 3, '\x07': 3, A: 2, P: 1, R: 2, a: 1, b: 1, t: 1 }],
  30: ['ESC RS', { A: 1, E: 1, F: 1, R: 1, a: 1, d: 1, r: 1 }],
  6: ['ESC ACK', { '\x01': 0, '\x18': 0 }],
}

/**
 * The first command of a stream, or `null` while it is incomplete. What is unknown comes as `unknown`, with the bytes a
 * printer would skip; what follows them is printed.
 */
export function readStarCommand(stream: Uint8Array): StarCommand | null {
  const first = stream[0]
  if (first === undefined) return null
  if (first === 0x1b) return readEscape(stream)
  if (first >= 0x20) return command('char', stream, 0, 1)
  return command(controls[first] ?? 'unknown', stream, 0, 1)
}

function command(name: string, stream: Uint8Array, from: number, length: number): StarCommand | null {
  return stream.length < length ? null : { name, bytes: stream.slice(from, length), length }
}

function readEscape(stream: Uint8Array): StarCommand | null {
  const letter = stream[1]
  if (letter === undefined) return null
  const group = grouped[letter]
  if (group !== undefined) return readGroup(stream, group)
  const char = String.fromCharCode(letter)
  if (char === 'X') return sized('ESC X', stream, 4, word(stream, 2) * 3)
  if (char === 'k') return sized('ESC k', stream, 4, word(stream, 2) * 24)
  if (char === 'b') return readBars(stream)
  const parameters = Object.hasOwn(escaped, char) ? escaped[char] : undefined
  return parameters === undefined
    ? command('unknown', stream, 0, 2)
    : command(`ESC ${shown(char)}`, stream, 2, 2 + parameters)
}

function readGroup(
  stream: Uint8Array,
  [prefix, lengths]: readonly [string, Readonly<Record<string, number>>],
): StarCommand | null {
  const letter = stream[2]
  if (letter === undefined) return null
  const char = String.fromCharCode(letter)
  if (prefix === 'ESC GS' && char === 'S') return readRaster(stream)
  if (prefix === 'ESC GS' && char === 'y') return readQr(stream)
  const parameters = Object.hasOwn(lengths, char) ? lengths[char] : undefined
  return parameters === undefined
    ? command('unknown', stream, 0, 3)
    : command(`${prefix} ${shown(char)}`, stream, 3, 3 + parameters)
}

/** A command with data behind a header of fixed length. `bytes` begins behind the name. */
function sized(name: string, stream: Uint8Array, header: number, data: number): StarCommand | null {
  return stream.length < header ? null : command(name, stream, 2, header + data)
}

/** ESC GS S m xL xH yL yH n d… */
function readRaster(stream: Uint8Array): StarCommand | null {
  if (stream.length < 9) return null
  return command('ESC GS S', stream, 3, 9 + word(stream, 4) * word(stream, 6))
}

/** ESC GS y S 0|1|2 n, ESC GS y D 1 m nL nH d…, ESC GS y P, ESC GS y I. */
function readQr(stream: Uint8Array): StarCommand | null {
  const letter = stream[3]
  if (letter === undefined) return null
  const char = String.fromCharCode(letter)
  if (char === 'P' || char === 'I') return command(`ESC GS y ${char}`, stream, 4, 4)
  const which = stream[4]
  if (which === undefined) return null
  if (char === 'S') return command('ESC GS y S', stream, 4, 6)
  if (char !== 'D' || which !== 0x31) return command('unknown', stream, 0, 5)
  return stream.length < 8 ? null : command('ESC GS y D', stream, 5, 8 + word(stream, 6))
}

/** ESC b n1 n2 n3 n4 d… RS. */
function readBars(stream: Uint8Array): StarCommand | null {
  const end = stream.indexOf(0x1e, 6)
  return end < 0 ? null : command('ESC b', stream, 2, end + 1)
}

const shown = (char: string): string =>
  ({ '\x03': 'ETX', '\x07': 'BEL', '\x01': 'SOH', '\x18': 'CAN' })[char] ?? char
const word = (stream: Uint8Array, at: number): number => (stream[at] ?? 0) + (stream[at + 1] ?? 0) * 256
