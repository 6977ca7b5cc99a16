import { cell, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { ltr } from './isolate.ts'
import { label, type Tongues } from './tongues.ts'

const strong = { bold: true } as const

/** A training till marks every paper, at both ends. */
export function trainingBanner(training: boolean | undefined, tongues: Tongues): readonly PaperBlock[] {
  if (training !== true) return []
  const { leadWords, otherWords, direction, otherDirection } = tongues
  return [
    textBlock(cell(`*** ${leadWords.training} ***`, direction, strong), 'center'),
    textBlock(cell(`*** ${otherWords.training} ***`, otherDirection, strong), 'center'),
  ]
}

/** The word a Moroccan inspector looks for, then the visitor's. @param copy 0 = the original: nothing. */
export function duplicateBanner(copy: number, tongues: Tongues): readonly PaperBlock[] {
  if (copy === 0) return []
  const number = ltr(String(copy))
  return [
    textBlock(cell(`DUPLICATA ${number}`, 'ltr', { bold: true, size: 2 }), 'center'),
    textBlock(label(tongues, 'duplicate', undefined, number), 'center'),
  ]
}
