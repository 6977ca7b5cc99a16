import { basename } from 'node:path'
import type { BookAnswer } from '#electron/books/book-world.ts'
import { BooksCalledOff } from '#electron/books/run-job.ts'
import type { ExportAsked, ExportedFile, ExportWord } from '#shared/contract/books/exports-door.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import type { ApiContext } from './context.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'
import { refused } from './refusing.ts'

/** Of a file, in one message to a screen; a multiple of three, so that pieces of base64 follow one another. */
const pieceBytes = 180_000

type MadeFile = Extract<BookAnswer, { kind: 'file' }>

const exported = ({ file, name, mediaType, bytes, ...made }: MadeFile): ExportedFile => ({
  ...{ file: basename(file), name, mediaType, bytes },
  replaced: made.replaced ?? 0,
  openShifts: made.openShifts ?? 0,
  cut: made.cut ?? 0,
})

/** Runs a work; what the caller was not quick enough to hear about its progress is forgotten. */
async function* told(
  { till, log }: ApiContext,
  asked: ExportAsked,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportWord, void, void> {
  const calledOff = new AbortController()
  const callOff = (): void => calledOff.abort()
  let heard: ExportWord | null = null
  let ended = false
  let wake = Promise.withResolvers<void>()
  const onProgress = (done: number, of: number): void => {
    heard = { kind: 'progress', done, of }
    wake.resolve()
  }
  signal?.addEventListener('abort', callOff)
  const work = till.books.run(asked, onProgress, calledOff.signal)
  const onEnd = (): void => {
    ended = true
    wake.resolve()
  }
  work.then(onEnd, onEnd)
  try {
    while (!ended) {
      await wake.promise
      wake = Promise.withResolvers()
      if (heard !== null && !ended) yield heard
    }
    const answer = await work
    if (!answer.ok) yield { kind: 'refused', refusal: answer.error }
    else if (answer.value.kind === 'file') yield { kind: 'made', file: exported(answer.value) }
  } catch (error) {
    // Nobody listens any more.
    if (error instanceof BooksCalledOff) return
    log.error({ call: 'exports.run', err: error }, 'a work of the books failed')
    yield { kind: 'refused', refusal: refuse('internal') }
  } finally {
    callOff()
    signal?.removeEventListener('abort', callOff)
  }
}

async function* inBase64(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<{ readonly base64: string }> {
  for await (const piece of pieces) yield { base64: Buffer.from(piece).toString('base64') }
}

export const exportProcedures = {
  run: door.exports.run.handler(({ context, input, signal }) => {
    if (!isInCharge(whoStandsHere(context))) throw refused(managerNeeded.refusal)
    return told(context, input, signal)
  }),

  file: door.exports.file.handler(async ({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) throw refused(managerNeeded.refusal)
    const pieces = await context.till.books.openFile(input.file, pieceBytes)
    if (pieces === null) throw refused(refuse('badInput', { field: 'file' }))
    return inBase64(pieces)
  }),
}
