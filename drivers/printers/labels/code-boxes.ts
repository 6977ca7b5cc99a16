import { barsOf } from '../layout/bars.ts'
import { guardDots, type PlacedCode } from './label-plan.ts'

/** A black rectangle of a code, dots of the label. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** All that is black of a placed code. */
export const codeBoxes = (code: PlacedCode): readonly Box[] =>
  code.kind === 'qr' ? qrBoxes(code) : barBoxes(code)

function qrBoxes({ modules, moduleDots, left, top }: Extract<PlacedCode, { kind: 'qr' }>): readonly Box[] {
  const box = (x: number, y: number): Box => ({
    left: left + x * moduleDots,
    top: top + y * moduleDots,
    width: moduleDots,
    height: moduleDots,
  })
  return modules.flatMap((row, y) => row.flatMap((black, x) => (black ? [box(x, y)] : [])))
}

function barBoxes(code: Extract<PlacedCode, { kind: 'bars' }>): readonly Box[] {
  const { symbology, moduleDots, top, heightDots } = code
  const modules = barsOf(symbology, code.data)?.modules ?? []
  // Figures in pairs make a Code 128 narrower than it was given room for.
  const left = code.left + Math.floor((code.widthDots - modules.length * moduleDots) / 2)
  const tail = symbology === 'ean13' ? guardDots(moduleDots) : 0
  return modules.flatMap((black, at) => {
    const guard = at < 3 || at >= 92 || (at >= 45 && at < 50)
    const height = heightDots + (guard ? tail : 0)
    return black ? [{ left: left + at * moduleDots, top, width: moduleDots, height }] : []
  })
}
