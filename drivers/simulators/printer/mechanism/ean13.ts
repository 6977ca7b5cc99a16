/**
 * EAN-13 as a printer's own generator makes it. Source: GS1 General Specifications §5.2: figures in sets A, B and C of
 * seven modules, the first figure told by which of A and B the left half uses.
 */
const setA = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
const firstFigure = [
  'AAAAAA',
  'AABABB',
  'AABBAB',
  'AABBBA',
  'ABAABB',
  'ABBAAB',
  'ABBBAA',
  'ABABAB',
  'ABABBA',
  'ABBABA',
]

const inverted = (bits: string): string => bits.replace(/[01]/g, (bit) => (bit === '0' ? '1' : '0'))
const mirrored = (bits: string): string => [...bits].reverse().join('')

/** @param digits twelve figures. */
export function ean13CheckDigit(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}

/** 95 modules, black as `true`. @param digits thirteen figures, printed as they are */
export function ean13Modules(digits: string): readonly boolean[] {
  const codes = [...digits].map(Number)
  const sets = firstFigure[codes[0] ?? 0] ?? ''
  const left = codes.slice(1, 7).map((code, i) => {
    const a = setA[code] ?? ''
    return sets[i] === 'A' ? a : mirrored(inverted(a))
  })
  const right = codes.slice(7, 13).map((code) => inverted(setA[code] ?? ''))
  return [...`101${left.join('')}01010${right.join('')}101`].map((bit) => bit === '1')
}
