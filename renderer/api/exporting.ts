import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExportAsked, ExportedFile } from '#shared/contract/books/exports-door.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { settle } from './ask.ts'
import { type TillClient, useTillClient } from './till.tsx'

/** What has become of an export. `part`: how much of it is done, [0, 1]. */
export type Exporting =
  | { readonly stage: 'none' | 'stopped' | 'away' }
  | { readonly stage: 'making' | 'fetching'; readonly part: number }
  | { readonly stage: 'refused'; readonly refusal: Refusal }
  | { readonly stage: 'made'; readonly file: ExportedFile }

interface Fetched {
  readonly file: ExportedFile
  readonly bytes: Blob
}

/** Has the till make a file and fetches it, piece by piece. */
async function fetchExport(
  till: TillClient,
  asked: ExportAsked,
  signal: AbortSignal,
  onStage: (stage: Exporting) => void,
): Promise<Answer<Fetched>> {
  for await (const word of await till.exports.run(asked, { signal })) {
    if (word.kind === 'progress') onStage({ stage: 'making', part: word.done / Math.max(word.of, 1) })
    else if (word.kind === 'refused') return { ok: false, refusal: word.refusal }
    else return { ok: true, value: await fetchFile(till, word.file, signal, onStage) }
  }
  throw new Error('an export ended without a word')
}

async function fetchFile(
  till: TillClient,
  file: ExportedFile,
  signal: AbortSignal,
  onStage: (stage: Exporting) => void,
): Promise<Fetched> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const { base64 } of await till.exports.file({ file: file.file }, { signal })) {
    const piece = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    pieces.push(piece)
    bytes += piece.length
    onStage({ stage: 'fetching', part: bytes / Math.max(file.bytes, 1) })
  }
  return { file, bytes: new Blob(pieces, { type: file.mediaType }) }
}

/**
 * One export at a time.
 * @param onFetched is given the file once it is here, whole
 */
export function useExporting(onFetched: (name: string, bytes: Blob) => void): {
  readonly state: Exporting
  readonly start: (asked: ExportAsked) => Promise<void>
  readonly stop: () => void
} {
  const till = useTillClient()
  const [state, setState] = useState<Exporting>({ stage: 'none' })
  const under = useRef<AbortController | null>(null)
  const stop = useCallback(() => under.current?.abort(), [])
  // Whoever leaves the page calls it off.
  useEffect(() => stop, [stop])

  const start = async (asked: ExportAsked): Promise<void> => {
    const own = new AbortController()
    under.current = own
    setState({ stage: 'making', part: 0 })
    const said = await settle(fetchExport(till, asked, own.signal, setState))
    if (own.signal.aborted) return setState({ stage: 'stopped' })
    if (!said.ok)
      return setState(said.refusal === null ? { stage: 'away' } : { stage: 'refused', refusal: said.refusal })
    onFetched(said.value.file.name, said.value.bytes)
    setState({ stage: 'made', file: said.value.file })
  }
  return { state, start, stop }
}
