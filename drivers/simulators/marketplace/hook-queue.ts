/** One call a shop makes to whoever wants to know. */
export interface HookCall {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** How calls arrive: each twice, the newest first, not before the next time, or never. */
export type HookManner = 'inOrder' | 'doubled' | 'reordered' | 'late' | 'lost'

/** Calls that wait to be made. */
export class HookQueue {
  manner: HookManner = 'inOrder'
  #due: HookCall[] = []
  #later: HookCall[] = []

  push(call: HookCall): void {
    this.#due.push(call)
  }

  /** What is called now, in this order; what is late comes with the next. */
  take(): readonly HookCall[] {
    const due = [...this.#later, ...this.#due]
    this.#later = []
    this.#due = []
    if (this.manner === 'lost') return []
    if (this.manner === 'doubled') return due.flatMap((call) => [call, call])
    if (this.manner === 'reordered') return due.reverse()
    if (this.manner === 'inOrder') return due
    this.#later = due
    // Late once: with the next they are due.
    this.manner = 'inOrder'
    return []
  }
}
