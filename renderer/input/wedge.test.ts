import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usPositions } from './physical-keys.data.ts'
import type { WedgeKey } from './wedge.ts'
import { foldWedgeKey, quietWedge } from './wedge.ts'

/** What a layout types at a position, plain and shifted, where it differs from a US keyboard. */
type Layout = Readonly<Record<string, readonly [string, string]>>

const azerty: Layout = {
  KeyA: ['q', 'Q'],
  KeyQ: ['a', 'A'],
  KeyZ: ['w', 'W'],
  KeyW: ['z', 'Z'],
  KeyM: [',', '?'],
  Semicolon: ['m', 'M'],
  Digit1: ['&', '1'],
  Digit2: ['é', '2'],
  Digit3: ['"', '3'],
  Digit4: ["'", '4'],
  Digit5: ['(', '5'],
  Digit6: ['-', '6'],
  Digit7: ['è', '7'],
  Digit8: ['_', '8'],
  Digit9: ['ç', '9'],
  Digit0: ['à', '0'],
  Minus: [')', '°'],
}

const arabic: Layout = {
  KeyA: ['ش', 'ِ'],
  KeyB: ['لا', 'لآ'],
  KeyH: ['ا', 'أ'],
  KeyZ: ['ئ', '~'],
  KeyL: ['م', '/'],
  Digit1: ['١', '!'],
  Digit2: ['٢', '@'],
  Digit0: ['٠', ')'],
}

const layouts: Readonly<Record<string, Layout>> = { qwerty: {}, azerty, arabic }

/** Finds the position and shift that types a character, as the scanner (set to `scannerLayout`) would send it. */
function strokeFor(character: string, scannerLayout: Layout): { code: string; shift: boolean } {
  for (const [code, us] of usPositions) {
    if (code.startsWith('Numpad')) continue
    const faces = scannerLayout[code] ?? us
    if (faces[0] === character) return { code, shift: false }
    if (faces[1] === character) return { code, shift: true }
  }
  throw new Error(`no key types ${character}`)
}

function keysOf(text: string, machine: Layout, gapMs: number, scanner: Layout = {}): WedgeKey[] {
  const keys: WedgeKey[] = []
  let atMs = 1000
  for (const character of text) {
    const { code, shift } = strokeFor(character, scanner)
    atMs += gapMs
    if (shift) keys.push({ code: 'ShiftLeft', key: 'Shift', shift: true, atMs })
    const faces = machine[code] ?? usPositions.get(code) ?? ['', '']
    keys.push({ code, key: faces[shift ? 1 : 0], shift, atMs })
  }
  keys.push({ code: 'Enter', key: 'Enter', shift: false, atMs: atMs + gapMs })
  return keys
}

function play(keys: readonly WedgeKey[]): (readonly string[])[] {
  let state = quietWedge
  const scans: (readonly string[])[] = []
  for (const key of keys) {
    const turn = foldWedgeKey(state, key)
    state = turn.state
    if (turn.scan !== null) scans.push(turn.scan)
  }
  return scans
}

const codes = ['6111234567890', 'HA112', 'AZL-0042', 'ZELLIGE-M1', 'rug/a.1', 'AB 12$']

test.each(
  Object.entries(layouts).flatMap(([name, layout]) => codes.map((code) => [name, code, layout] as const)),
)('a scanner on a %s machine reads %s', (_name, code, layout) => {
  expect(play(keysOf(code, layout, 5))[0]?.[0]).toBe(code)
})

test('a scanner set to the AZERTY machine’s own layout is read as typed', () => {
  expect(play(keysOf('6111234567890', azerty, 5, azerty))[0]?.[0]).toBe('6111234567890')
})

test('digits of the numeric pad are digits, also ended by its own Enter', () => {
  const keys = [...'61112'].map((digit, place) => ({
    code: `Numpad${digit}`,
    key: digit,
    shift: false,
    atMs: place * 4,
  }))
  expect(play([...keys, { code: 'NumpadEnter', key: 'Enter', shift: false, atMs: 20 }])).toEqual([['61112']])
})

test('a person typing the same keys is not a scanner', () => {
  expect(play(keysOf('6111234567890', {}, 90))).toEqual([])
  expect(play(keysOf('tajine', {}, 75))).toEqual([])
})

test('three quick keys and Enter are a person; a slow Enter after a burst is too', () => {
  expect(play(keysOf('123', {}, 5))).toEqual([])
  const keys = keysOf('61112', {}, 5)
  const enter = keys.at(-1) as WedgeKey
  expect(play([...keys.slice(0, -1), { ...enter, atMs: enter.atMs + 500 }])).toEqual([])
})

test('a key that types nothing breaks the burst', () => {
  const keys = keysOf('61112', {}, 5)
  const broken = [...keys]
  broken.splice(3, 0, { code: 'ArrowLeft', key: 'ArrowLeft', shift: false, atMs: 1016 })
  expect(play(broken)).toEqual([])
})

test('one late key does not cut a code in two', () => {
  const keys = keysOf('6111234567890', {}, 12).map((key, place) => ({
    ...key,
    atMs: key.atMs + (place > 0 ? 110 : 0),
  }))
  expect(play(keys)).toEqual([['6111234567890']])
})

test('typing before a scan does not become part of it', () => {
  const typing = keysOf('taj', {}, 200).slice(0, -1)
  const scan = keysOf('HA112', azerty, 5).map((key) => ({ ...key, atMs: key.atMs + 5000 }))
  expect(play([...typing, ...scan])).toEqual([['HA112']])
})

test('any code a label may carry is read back on every layout', () => {
  const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./')
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 4, maxLength: 40 }),
      fc.constantFrom('qwerty', 'azerty', 'arabic'),
      (characters, name) => {
        const code = characters.join('')
        const [readings] = play(keysOf(code, layouts[name] ?? {}, 3))
        expect(readings).toContain(code)
      },
    ),
  )
})
