import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { LaidPaper, PrintersPort } from '#electron/checkout/ports.ts'

export interface ScriptedPrinter extends PrintersPort {
  readonly sheets: readonly LaidPaper[]
  /** How often the drawer was opened. */
  readonly kicks: number
  /** How the next jobs end, oldest first; `done` where nothing was said. */
  readonly script: PrintOutcome[]
  /** Holds jobs back until `release`. */
  hold(): void
  release(): void
}

export function scriptedPrinter(): ScriptedPrinter {
  const sheets: LaidPaper[] = []
  const script: PrintOutcome[] = []
  let kicks = 0
  let held: Promise<void> = Promise.resolve()
  let release = () => {}
  async function print(paper: LaidPaper): Promise<PrintOutcome> {
    await held
    sheets.push(paper)
    return script.shift() ?? { outcome: 'done' }
  }

  return {
    printersFor: () => [{ id: 'printer', name: 'Printer', print }],
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
    async kickDrawer() {
      kicks += 1
      return { outcome: 'done' }
    },
  }
}
