/**
 * ESC/POS commands of fixed length: how many bytes follow the two of the name. Sources: the command lists of Epson,
 * Citizen (CT-S2000) and Rongta (RP325).
 */
export const escapeLengths: Readonly<Record<string, number>> = {
  ' ': 1,
  '!': 1,
  $: 2,
  '%': 1,
  '-': 1,
  '2': 0,
  '3': 1,
  '=': 1,
  '@': 0,
  E: 1,
  G: 1,
  J: 1,
  M: 1,
  R: 1,
  V: 1,
  '\\': 2,
  a: 1,
  d: 1,
  i: 0,
  m: 0,
  p: 3,
  t: 1,
  '{': 1,
}

export const groupLengths: Readonly<Record<string, number>> = {
  '!': 1,
  B: 1,
  H: 1,
  I: 1,
  L: 2,
  P: 2,
  T: 1,
  W: 2,
  a: 1,
  b: 1,
  f: 1,
  h: 1,
  r: 1,
  w: 1,
}

export const fieldLengths: Readonly<Record<string, number>> = { '.': 0, '&': 0, '!': 1, '-': 1, C: 1, S: 2 }
