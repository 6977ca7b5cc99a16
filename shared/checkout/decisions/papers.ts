import type { Decisions } from '../decision.ts'
import { ask, no, nothing } from '../decision.ts'

/** Allowed at any moment: paper moves no money. Which copy comes out is counted when its turn comes. */
export const paperDecisions: Decisions = {
  reprint: (_context, { ticket }, { paperExists }) =>
    paperExists
      ? ask({ type: 'printAsked', paper: { kind: 'receipt', ticket } })
      : no('unknownTicket', { ticket }),

  printPaper: (_context, { paper }, { paperExists }) =>
    paperExists ? ask({ type: 'printAsked', paper }) : no('unknownPaper'),

  answerPrint: (_context, { answer }, { printJob }) => {
    if (printJob === null) return no('nothingToAnswer')
    return answer === 'again' ? ask({ type: 'printAsked', paper: printJob.paper }) : nothing
  },
}
