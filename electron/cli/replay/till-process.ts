import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { compiledBefore } from '#electron/platform/compile-cache.ts'
import type { Ask, Told, ToldOf } from './messages.ts'

/** The till as a process of its own, so that a power cut can be had: SIGKILL, nothing said. */
export interface TillProcess {
  /** @throws TillFailed */
  ask<T extends Told['told']>(ask: Ask, expected: T): Promise<ToldOf<T>>
  /** Resolves when the process is gone. */
  kill(): Promise<void>
}

/** The till's process could not do what was asked; the message is one sentence for a person. */
export class TillFailed extends Error {
  override readonly name = 'TillFailed'
}

interface Waiting {
  readonly resolve: (told: Told) => void
  readonly reject: (error: TillFailed) => void
}

/** Starts the till's process; it opens no ledger until asked. */
export function forkTill(): TillProcess {
  const child: ChildProcess = fork(new URL('./till-child.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...compiledBefore() },
  })
  const gone = once(child, 'exit')
  const waiting: Waiting[] = []
  let dead = false

  child.on('message', (told: Told) => waiting.shift()?.resolve(told))
  void gone.then(() => {
    dead = true
    for (const each of waiting.splice(0)) each.reject(new TillFailed('the till’s process ended by itself'))
  })

  return {
    async ask(ask, expected) {
      const told = await new Promise<Told>((resolve, reject) => {
        if (dead) reject(new TillFailed('the till’s process is gone'))
        waiting.push({ resolve, reject })
        child.send(ask, (error) => {
          if (error !== null) reject(new TillFailed('the till’s process does not listen'))
        })
      })
      if (told.told === 'failed') throw new TillFailed(told.sentence)
      if (told.told !== expected) throw new TillFailed(`the till answered ${told.told} to ${ask.ask}`)
      return told as ToldOf<typeof expected>
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
