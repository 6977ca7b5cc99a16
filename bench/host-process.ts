import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Ask, Told } from './programs/acquirer-host.ts'

/** An acquirer's host in a process of its own, with its books on the disk. */
export interface HostProcess extends Readonly<Told['where']> {
  /** Bytes, after its garbage was taken away. */
  held(): Promise<number>
  /** Processor time so far, ms. */
  worked(): Promise<number>
  books(): Promise<Told['books']>
  close(): void
}

export interface HostWanted {
  readonly dialect: 'iso87' | 'edc'
  /** It agrees to all it is told, or only to what was uploaded. */
  readonly agrees: 'atOnce' | 'whenUploaded'
  /** For its journal. */
  readonly folder: string
}

export async function startHost({ dialect, agrees, folder }: HostWanted): Promise<HostProcess> {
  const program = join(import.meta.dirname, 'programs', 'acquirer-host.ts')
  const capture = agrees === 'atOnce' ? 'terminal' : 'host'
  const child = fork(program, [dialect, capture, join(folder, 'books.jsonl')])
  async function tell<A extends Ask>(ask: A): Promise<Told[A]> {
    child.send(ask)
    const [told] = (await once(child, 'message')) as [Told[A]]
    return told
  }
  const where = await tell('where')
  return {
    ...where,
    held: () => tell('held'),
    worked: () => tell('worked'),
    books: () => tell('books'),
    close: () => child.disconnect(),
  }
}
