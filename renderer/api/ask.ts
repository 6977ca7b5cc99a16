/**
 * Asking the till to do something, and keeping its "no" beside what was pressed.
 */
import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { useCallback, useState } from 'react'
import type { CommandInput } from '#shared/contract/command-schema.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { TillClient } from './till.tsx'
import { useTillClient } from './till.tsx'

/** A till's answer, or `away`: the line broke and only the next view can tell whether it was done. */
export type Said<T> = Answer<T> | { readonly ok: false; readonly refusal: null }

/** Settles a question: what the till answered, refused at the door, could not say, or had no chance to. */
export async function settle<T>(question: Promise<Answer<T>>): Promise<Said<T>> {
  const { error, data } = await safe(question)
  if (error === null) return data as Answer<T>
  if (isDefinedError(error)) return { ok: false, refusal: (error as unknown as { data: Refusal }).data }
  // The till answered, but not with anything it knows how to say.
  if (error instanceof ORPCError) return { ok: false, refusal: { code: 'internal' } }
  return { ok: false, refusal: null }
}

export interface Asking {
  /** `busy` until the answer: disable with it whatever must not be pressed twice. */
  readonly ask: <T>(question: (till: TillClient) => Promise<Answer<T>>) => Promise<Said<T>>
  readonly busy: boolean
  /** Why the last question was refused; draw it with `<RefusalNote>`. */
  readonly refusal: Refusal | null
  readonly clear: () => void
}

/** One place on a screen that asks the till: its own busy state and its own refusal. */
export function useAsk(): Asking {
  const till = useTillClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ask = useCallback(
    async <T>(question: (till: TillClient) => Promise<Answer<T>>): Promise<Said<T>> => {
      setBusy(true)
      const said = await settle(question(till))
      setBusy(false)
      setRefusal(said.ok ? null : said.refusal)
      return said
    },
    [till],
  )
  const clear = useCallback(() => setRefusal(null), [])
  return { ask, busy, refusal, clear }
}

/** `useAsk` for commands of the counter. */
export function useSend(): Omit<Asking, 'ask'> & {
  readonly send: (command: CommandInput) => Promise<Said<null>>
} {
  const { ask, ...rest } = useAsk()
  const send = useCallback((command: CommandInput) => ask((till) => till.counter.send(command)), [ask])
  return { send, ...rest }
}
