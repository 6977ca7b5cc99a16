import { rule, space, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { label, type Tongues } from './tongues.ts'

/** Where the visitor signs that money came back to them: room for a hand, and a line under it. */
export const signatureLine = (tongues: Tongues): readonly PaperBlock[] => [
  textBlock(label(tongues, 'signature'), 'start'),
  space(3),
  rule(),
]
