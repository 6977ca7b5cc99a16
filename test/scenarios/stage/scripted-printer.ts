import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { LaidPaper, PaperPrinter, PrintersPort } from '#electron/checkout/ports.ts'
import { type PaperUse, paperUses } from '#shared/kernel/paper-kinds.ts'

export interface ScriptedPrinter extends PaperPrinter {
  readonly papers: readonly PaperUse[]
  readonly sheets: readonly LaidPaper[]
  /** How often the drawer was opened. */
  readonly kicks: number
  /** How the next jobs end, oldest first; `done` where nothing was said. */
  readonly script: PrintOutcome[]
  /** Holds jobs back until `release`. */
  hold(): void
  release(): void
  kick(): void
}

/** @param papers what it is for; absent: everything */
export function scriptedPrinter(id = 'printer', papers: readonly PaperUse[] = paperUses): ScriptedPrinter {
  const sheets: LaidPaper[] = []
  const script: PrintOutcome[] = []
  let kicks = 0
  let held: Promise<void> = Promise.resolve()
  let release = () => {}
  return {
    id,
    name: id,
    papers,
    sheets,
    script,
    get kicks() {
      return kicks
    },
    hold() {
      held = new Promise((resolve) => {
        release = resolve
      })
    },
    release: () => release(),
    kick() {
      kicks += 1
    },
    async print(paper) {
      await held
      sheets.push(paper)
      return script.shift() ?? { outcome: 'done' }
    },
  }
}

/** @param main opens the drawer; @param more in order */
export const printersOf = (main: ScriptedPrinter, more: readonly ScriptedPrinter[] = []): PrintersPort => ({
  printersFor: (use) => [main, ...more].filter(({ papers }) => papers.includes(use)),
  async kickDrawer() {
    main.kick()
    return { outcome: 'done' }
  },
})
