/** How long a bitmap's value is: bytes, or told by what precedes it. */
export type BitmapLength = number | 'LL' | 'LLL' | 'TLV'

/** PA00P015 §8: the bitmaps and their lengths. What is not here ends the reading: nobody knows how long it is. */
// biome-ignore format: a table
export const bitmapLengths: Readonly<Record<number, BitmapLength>> = {
  1: 1, 2: 1, 3: 1, 4: 6, 5: 1, 6: 'TLV', 11: 3, 12: 3, 13: 2, 14: 2,
  23: 2, 25: 1, 34: 'LL', 35: 'LL', 36: 'LLL', 39: 1, 41: 4, 42: 15, 45: 'LL', 46: 'LLL',
  55: 3, 58: 2, 59: 8, 60: 'LLL', 61: 3, 73: 2, 76: 'LL', 96: 'LLL',
  135: 2, 136: 3, 138: 1, 139: 'LL', 140: 1, 146: 'LLL', 154: 'LLL',
  160: 1, 167: 'LL', 170: 3, 175: 'LLL', 186: 5, 208: 1, 210: 1, 211: 1,
  224: 1, 225: 'LL', 226: 'LL', 227: 'LL', 228: 'LL', 229: 'LL', 230: 'LL', 231: 'LL', 232: 'LL',
  233: 1, 234: 1, 235: 1, 241: 'LL', 242: 'LL', 243: 'LL', 244: 'LL', 245: 'LL', 246: 'LL', 247: 'LL',
  248: 'LL', 249: 1, 250: 1, 252: 1,
}

export const bitmap = {
  tlv: 0x06,
  amount: 0x04,
  service: 0x03,
  trace: 0x0b,
  time: 0x0c,
  date: 0x0d,
  expiry: 0x0e,
  status: 0x19,
  card: 0x22,
  track2: 0x23,
  track3: 0x24,
  result: 0x27,
  terminalId: 0x29,
  track1: 0x2d,
  originalTrace: 0x37,
  cvv: 0x3a,
  authorisation: 0x3b,
  text: 0x3c,
  password: 0x3d,
  currency: 0x49,
  totals: 0x60,
  receipt: 0x87,
  cardName: 0x8b,
} as const
