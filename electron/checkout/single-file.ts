/**
 * Runs turns one after another in the order they came. A turn is synchronous from its first look at the state to its
 * commit, so nothing can interleave; one asked for from inside another (a watcher that sends) waits for its end.
 */
export interface SingleFile {
  run<T>(turn: () => T): Promise<T>
}

/** An empty file: its first turn runs at once. */
export function singleFile(): SingleFile {
  const waiting: (() => void)[] = []
  let running = false

  function drain(): void {
    if (running) return
    running = true
    for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) turn()
    running = false
  }

  return {
    run: (turn) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(turn())
          } catch (error) {
            reject(error)
          }
        })
        drain()
      }),
  }
}
