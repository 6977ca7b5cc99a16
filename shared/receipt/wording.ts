import { cell, textBlock } from './blocks.ts'
import type { Align, Cell, PaperBlock, TextStyle } from './document.ts'
import { isolated } from './isolate.ts'

/** How two languages stand beside each other on one paper. */
export interface SideBySide {
  readonly direction: Cell['direction']
  readonly otherDirection: Cell['direction']
  /** Between two words that say the same. */
  readonly between: string
}

/** The words of one kind of document in the two languages of a paper. */
export interface Wording<Key extends string> {
  /** `Total  المجموع`: both in one cell, once where both are the same. @param tail follows the leading word, already isolated. */
  label(key: Key, style?: TextStyle, tail?: string): Cell
  /** Each on its own line and in its own direction: too long for one cell. */
  sentence(key: Key, align: Align, style?: TextStyle): readonly PaperBlock[]
}

/** @param lead in the language that leads @param other in the one beside it */
export function wording<Key extends string>(
  beside: SideBySide,
  lead: Readonly<Record<Key, string>>,
  other: Readonly<Record<Key, string>>,
): Wording<Key> {
  const { direction, otherDirection, between } = beside
  return {
    label(key, style, tail = '') {
      const first = tail === '' ? lead[key] : `${lead[key]} ${tail}`
      const both = lead[key] === other[key] ? first : `${first}${between}${isolated(other[key])}`
      return cell(both, direction, style)
    },
    sentence: (key, align, style) => [
      textBlock(cell(lead[key], direction, style), align),
      textBlock(cell(other[key], otherDirection, style), align),
    ],
  }
}
