import { implement } from '@orpc/server'
import { contract } from '#shared/contract/contract.ts'
import type { Person } from '#shared/kernel/person.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import type { ApiContext } from './context.ts'
import { refused, refusedBy } from './refusing.ts'

/** Every procedure starts here: input checked by the contract, any failure turned into a named refusal. */
export const door = implement(contract)
  .$context<ApiContext>()
  .use(async ({ context, next, path }) => {
    try {
      return await next()
    } catch (error) {
      throw refusedBy(error, context.log, path.join('.'))
    }
  })

/** Whoever unlocked the till. @throws the typed refusal `locked`. */
export function whoStandsHere(context: ApiContext): Person {
  const person = context.session.unlockedBy()
  if (person === null) throw refused(refuse('locked'))
  return person
}

/** Managers and owners: below the floor, the drawer, the shop itself. */
export const isInCharge = (person: Person): boolean => person.role === 'manager' || person.role === 'owner'

export const managerNeeded = { ok: false, refusal: refuse('managerNeeded') } as const
export const done = { ok: true, value: null } as const
