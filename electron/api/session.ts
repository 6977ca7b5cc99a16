import type { Till } from '#electron/till-parts.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Person } from '#shared/kernel/person.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { pinMatches } from './pin.ts'

/** Wrong tries of one person that cost nothing; each further one doubles the wait. */
const freeTries = 3
const longestWaitMs = 300_000

/** Who stands at this till. Lives as long as the till's process: a reloaded page stays unlocked, a restart locks. */
export interface Session {
  /** Looked up each time: a person taken off the list is locked out at once. */
  unlockedBy(): Person | null
  /** `wrongPin` carries `waitSeconds` > 0 while further tries are not even looked at. */
  unlock(personId: string, pin: string): Promise<Answer>
  /** Whose PIN this is, with the same waits; changes nothing about who stands here. */
  vouch(personId: string, pin: string): Promise<Answer<Person>>
  lock(): void
  /** Tells the watchers that the house changed in a way the counter does not show (PINs were set). */
  changed(): void
  /** Called after each change of who stands there, and after `changed`. */
  watch(listener: () => void): () => void
}

/** @param nowMs a clock that never goes back (not the wall clock), in milliseconds */
export function openSession(till: Pick<Till, 'ledger'>, nowMs: () => number): Session {
  const listeners = new Set<() => void>()
  const tries = new Map<string, { wrong: number; closedUntilMs: number }>()
  let holder: string | null = null
  /** One try at a time: a hundred at once would all be looked at before the first was counted. */
  let turn: Promise<unknown> = Promise.resolve()

  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const change = (next: string | null): void => {
    if (next === holder) return
    holder = next
    changed()
  }
  const find = (id: string | null): Person | null =>
    till.ledger.people().find((person) => person.id === id) ?? null

  async function attempt(personId: string, pin: string): Promise<Answer<Person>> {
    const person = find(personId)
    // Strangers share one counter, so that made-up names cannot fill the map.
    const key = person?.id ?? ''
    const record = tries.get(key) ?? { wrong: 0, closedUntilMs: 0 }
    const waitMs = record.closedUntilMs - nowMs()
    if (waitMs > 0) return wrong(waitMs)
    const right = await pinMatches(pin, person === null ? null : till.ledger.pinOf(person.id))
    if (right && person !== null) {
      tries.delete(key)
      return { ok: true, value: person }
    }
    const count = record.wrong + 1
    const nextWaitMs = count < freeTries ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (count - freeTries))
    tries.set(key, { wrong: count, closedUntilMs: nowMs() + nextWaitMs })
    return wrong(nextWaitMs)
  }

  function vouch(personId: string, pin: string): Promise<Answer<Person>> {
    const answer = turn.then(() => attempt(personId, pin))
    turn = answer.catch(() => undefined)
    return answer
  }

  return {
    unlockedBy: () => find(holder),
    vouch,
    async unlock(personId, pin) {
      const answer = await vouch(personId, pin)
      if (!answer.ok) return answer
      change(answer.value.id)
      return { ok: true, value: null }
    },
    lock: () => change(null),
    changed,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const wrong = (waitMs: number): Extract<Answer, { ok: false }> => ({
  ok: false,
  refusal: refuse('wrongPin', { waitSeconds: Math.ceil(waitMs / 1000) }),
})
