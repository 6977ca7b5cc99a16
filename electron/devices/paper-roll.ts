import type { PaperSheet } from '#shared/contract/devices.ts'

/** Sheets kept for a screen that comes late. */
const keptSheets = 20

/** The paper that came out of the simulated printer. Ids go on when the printer is configured anew. */
export class PaperRoll {
  #sheets: readonly PaperSheet[] = []
  #last = 0
  readonly #watchers = new Set<(sheet: PaperSheet) => void>()

  take(sheet: PaperSheet): void {
    const numbered = { ...sheet, id: ++this.#last }
    this.#sheets = [...this.#sheets, numbered].slice(-keptSheets)
    for (const watcher of [...this.#watchers]) watcher(numbered)
  }

  recent(): readonly PaperSheet[] {
    return this.#sheets
  }

  watch(listener: (sheet: PaperSheet) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }
}
