import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { PrinterPort } from '#electron/checkout/ports.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'

export interface ScriptedPrinter extends PrinterPort {
  readonly sheets: readonly PaperDocument[]
  /** How often the drawer was opened. */
  readonly kicks: number
  /** How the next jobs end, oldest first; `done` where nothing was said. */
  readonly script: PrintOutcome[]
  /** Holds jobs back until `release`. */
  hold(): void
  release(): void
}

export function scriptedPrinter(): ScriptedPrinter {
  const sheets: PaperDocument[] = []
  const script: PrintOutcome[] = []
  let kicks = 0
  let held: Promise<void> = Promise.resolve()
  let release = () => {}
  return {
    id: 'printer',
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
    async print(document) {
      await held
      sheets.push(document)
      return script.shift() ?? { outcome: 'done' }
    },
    async kickDrawer() {
      kicks += 1
      return { outcome: 'done' }
    },
  }
}
