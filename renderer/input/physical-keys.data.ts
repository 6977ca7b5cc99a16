/**
 * What each key position types on a US keyboard, plain and with Shift, by `KeyboardEvent.code`. A scanner is a US
 * keyboard unless told otherwise; the layout of the machine must not change what it read.
 */
const shiftedDigits = [')', '!', '@', '#', '$', '%', '^', '&', '*', '('] as const

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
  (letter) => [`Key${letter}`, [letter.toLowerCase(), letter]] as const,
)
const digits = shiftedDigits.map((shifted, digit) => [`Digit${digit}`, [String(digit), shifted]] as const)
const numpad = shiftedDigits.map((_, digit) => [`Numpad${digit}`, [String(digit), String(digit)]] as const)

export const usPositions: ReadonlyMap<string, readonly [string, string]> = new Map<
  string,
  readonly [string, string]
>([
  ...letters,
  ...digits,
  ...numpad,
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['Period', ['.', '>']],
  ['Comma', [',', '<']],
  ['Slash', ['/', '?']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['Backquote', ['`', '~']],
  ['Space', [' ', ' ']],
  ['NumpadSubtract', ['-', '-']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadDecimal', ['.', '.']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadMultiply', ['*', '*']],
])
