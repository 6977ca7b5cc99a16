import { closeSync, fdatasync, openSync, readFileSync, statSync, truncateSync, write } from 'node:fs'
import { promisify } from 'node:util'
import type { EntryStore } from './books.ts'
import type { Entry } from './deeds.ts'

const writeSome = promisify(write)
const safe = promisify(fdatasync)

/**
 * The host's journal: one entry a line, JSON. Whatever comes while a write is under way goes with the next one, so many
 * tills share one wait for the disk.
 */
export class JournalFile implements EntryStore {
  readonly #file: number
  #lines: string[] = []
  #writing: Promise<void> = Promise.resolve()
  #waiting: Promise<void> | null = null

  private constructor(file: number) {
    this.#file = file
  }

  /**
   * What a former process wrote, and the file open to go on. Half a line at the end was never answered: it goes.
   * @throws Error for a line that is no entry
   */
  static open(path: string): { readonly entries: readonly Entry[]; readonly journal: JournalFile } {
    // A pipe or a device has no past.
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
    const text = isFile ? readFileSync(path, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
    const lines = whole.split('\n').slice(0, -1)
    const entries = lines.map((line, index) => entryOf(line, `${path}, line ${index + 1}`))
    return { entries, journal: new JournalFile(openSync(path, 'a')) }
  }

  append(entry: Entry): void {
    this.#lines.push(`${JSON.stringify(entry)}\n`)
    // Whoever needs to know whether it worked asks `kept` by itself.
    this.kept().catch(() => undefined)
  }

  kept(): Promise<void> {
    if (this.#lines.length === 0) return this.#writing
    // One write waits behind the one under way, for all that comes meanwhile.
    this.#waiting ??= this.#writing.then(() => {
      this.#waiting = null
      this.#writing = this.#write()
      return this.#writing
    })
    return this.#waiting
  }

  /** After what is under way. */
  async close(): Promise<void> {
    await this.kept().catch(() => undefined)
    closeSync(this.#file)
  }

  async #write(): Promise<void> {
    const bytes = Buffer.from(this.#lines.join(''), 'utf8')
    this.#lines = []
    for (let at = 0; at < bytes.length; ) at += (await writeSome(this.#file, bytes, at)).bytesWritten
    await safe(this.#file)
  }
}

function entryOf(line: string, where: string): Entry {
  let entry: Partial<Entry> | null = null
  try {
    entry = JSON.parse(line)
  } catch {
    // Said below: the parser's own words would show the line.
  }
  if (typeof entry?.terminal !== 'string' || !Array.isArray(entry.deeds)) {
    throw new Error(`${where}: this is no entry of an acquirer's journal`)
  }
  return entry as Entry
}
