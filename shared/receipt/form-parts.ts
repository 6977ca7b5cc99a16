import { cell, rule, space, textBlock } from './blocks.ts'
import type { Cell, PaperBlock } from './document.ts'
import { isolated } from './isolate.ts'

/** What a form says of someone or something: a name and, beside it, what it is. */
export interface FormField {
  readonly label: Cell
  readonly value: Cell
}

/** A field whose value a person wrote. Empty: a dotted line, for a pen. */
export const written = (label: Cell, value: string): FormField => ({ label, value: valueCell(value) })

const valueCell = (value: string): Cell => cell(value.trim() === '' ? '.'.repeat(20) : isolated(value), 'ltr')

/** Fields under each other, names left, values right of them; both wrap. */
export const fieldTable = (fields: readonly FormField[]): PaperBlock => ({
  type: 'table',
  columns: [
    { share: 4, side: 'left' },
    { share: 6, side: 'left' },
  ],
  rows: fields.map(({ label, value }) => [label, value]),
  head: false,
})

/** Room for a hand, a thumb or a stamp: what it is for, white paper, a line. */
export const roomFor = (what: Cell, lines = 4): readonly PaperBlock[] => [
  textBlock(what, 'start'),
  space(lines),
  rule(),
]

/** Room for two beside each other. */
export const roomForTwo = (one: Cell, other: Cell, lines = 4): readonly PaperBlock[] => [
  {
    type: 'table',
    columns: [
      { share: 1, side: 'left' },
      { share: 1, side: 'left' },
    ],
    rows: [[one, other]],
    head: false,
  },
  space(lines),
  rule(),
]

/** The parts of a table of amounts: the first column counts, the others are sums on the right. */
export function amountTable(
  rows: readonly (readonly Cell[])[],
  shares: readonly number[],
  head: boolean,
): PaperBlock {
  return {
    type: 'table',
    columns: shares.map((share, index) => ({ share, side: index === 0 ? 'left' : 'right' })),
    rows,
    head,
  }
}
