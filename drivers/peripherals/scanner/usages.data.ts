/**
 * What the keys of a keyboard are on a US board: plain and with shift (HID Usage Tables 1.5 §10, page 07). A
 * scanner in keyboard mode presses the keys of the country it was set up for, US from the factory; which letters
 * the operating system would make of them does not matter here.
 */
export const usKeys: Readonly<Record<number, readonly [plain: string, shifted: string]>> = {
  ...Object.fromEntries(
    [...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => [0x04 + i, [letter, letter.toUpperCase()]]),
  ),
  30: ['1', '!'],
  31: ['2', '@'],
  32: ['3', '#'],
  33: ['4', '$'],
  34: ['5', '%'],
  35: ['6', '^'],
  36: ['7', '&'],
  37: ['8', '*'],
  38: ['9', '('],
  39: ['0', ')'],
  44: [' ', ' '],
  45: ['-', '_'],
  46: ['=', '+'],
  47: ['[', '{'],
  48: [']', '}'],
  49: ['\\', '|'],
  51: [';', ':'],
  52: ["'", '"'],
  53: ['`', '~'],
  54: [',', '<'],
  55: ['.', '>'],
  56: ['/', '?'],
  // Keypad: some scanners type digits there.
  84: ['/', '/'],
  85: ['*', '*'],
  86: ['-', '-'],
  87: ['+', '+'],
  89: ['1', '1'],
  90: ['2', '2'],
  91: ['3', '3'],
  92: ['4', '4'],
  93: ['5', '5'],
  94: ['6', '6'],
  95: ['7', '7'],
  96: ['8', '8'],
  97: ['9', '9'],
  98: ['0', '0'],
  99: ['.', '.'],
}

/** Enter, Tab, keypad Enter: the ends of a code. */
export const endKeys: readonly number[] = [0x28, 0x2b, 0x58]

/** Bits of the modifier byte: left and right shift (HID 1.11 §8.3). */
export const shiftBits = 0x02 | 0x20
/** Control, alt and the system key: what is pressed with them is a command and no text. */
export const commandBits = 0xff & ~shiftBits

/** More keys down than it can tell: every place reads 01 (HID 1.11 appendix C). */
export const rollOver = 0x01
