import { leaveBy } from '../cart/export-form.ts'
import { exportInstructions } from '../i18n/documents/export-instructions.data.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import { cell, space, textBlock } from './blocks.ts'
import type { Cell, PaperBlock } from './document.ts'
import { isolated, ltr } from './isolate.ts'
import { directionOf } from './tongues.ts'
import { dayText } from './when.ts'

/** What the visitor does with an export form, step by step, in their language. */
export function exportInstructionBlocks({
  language,
  soldOn,
  operator,
}: {
  readonly language: ReceiptLanguage
  readonly soldOn: BusinessDay
  /** Who pays back; empty: the tax office. */
  readonly operator: string
}): readonly PaperBlock[] {
  const words = exportInstructions[language]
  const direction = directionOf(language)
  const lastDay = leaveBy(soldOn)
  const who = operator === '' ? words.taxOffice : isolated(operator)
  // By function: a `$` in a name is no pattern.
  const filled = (text: string) =>
    text.replace('{who}', () => who).replace('{date}', () => (lastDay === null ? '' : dayText(lastDay)))
  const steps = [words.leave, words.customs, words.send, words.paid]
  return [
    space(),
    textBlock(cell(words.title, direction, { bold: true }), 'start'),
    stepTable(steps.map(filled), direction),
  ]
}

/** Numbers hang beside their sentences, on the side that reading begins on. */
function stepTable(steps: readonly string[], direction: Cell['direction']): PaperBlock {
  const side = direction === 'rtl' ? 'right' : 'left'
  const inOrder = <Each>(number: Each, text: Each) => (direction === 'rtl' ? [text, number] : [number, text])
  return {
    type: 'table',
    columns: inOrder({ share: 1, side }, { share: 15, side }),
    rows: steps.map((text, index) => inOrder(cell(ltr(`${index + 1}.`), direction), cell(text, direction))),
    head: false,
  }
}
