import { unsetSettings } from '#shared/cart/settings.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/kernel/person.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import type { ApiContext } from './context.ts'
import { startDemo } from './demo.ts'
import { done, door } from './door.ts'
import { houseState, isSetUp, watchHouse } from './house-state.ts'
import { setUpShop } from './set-up.ts'
import { stream } from './stream.ts'

const alreadySetUp = { ok: false, refusal: refuse('alreadySetUp') } as const
const beingSetUp = new WeakSet<object>()

/** A double tap on "try the demo" must not fill the shop twice. */
async function firstStart(context: ApiContext, fill: () => Promise<Answer>): Promise<Answer> {
  if (isSetUp(context) || beingSetUp.has(context.till)) return alreadySetUp
  beingSetUp.add(context.till)
  try {
    return await fill()
  } finally {
    beingSetUp.delete(context.till)
    context.session.changed()
  }
}

export const houseProcedures = {
  get: door.house.get.handler(({ context }) => houseState(context)),

  watch: door.house.watch.handler(({ context, signal }) =>
    stream(
      () => [houseState(context)],
      (push) => watchHouse(context, push),
      1,
      signal,
    ),
  ),

  startDemo: door.house.startDemo.handler(({ context }) =>
    firstStart(context, () => startDemo(context.till)),
  ),

  startShop: door.house.startShop.handler(({ context, input }) => {
    const owner: Person = { id: 'owner' as PersonId, name: input.owner.name, role: 'owner' }
    const people = [{ person: owner, pin: input.owner.pin }]
    return firstStart(context, () =>
      setUpShop(context.till, { settings: { ...unsetSettings, shop: input.shop }, people, items: [] }),
    )
  }),

  unlock: door.house.unlock.handler(({ context, input }) => context.session.unlock(input.person, input.pin)),

  lock: door.house.lock.handler(({ context }) => {
    context.session.lock()
    return done
  }),
}
