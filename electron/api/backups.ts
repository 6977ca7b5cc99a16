import type { Answer } from '#shared/contract/contract.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import type { ApiContext } from './context.ts'
import { door, whoStandsHere } from './door.ts'
import { isSetUp } from './house-state.ts'
import { refused } from './refusing.ts'
import { stream } from './stream.ts'

const forbidden = { ok: false, refusal: refuse('forbidden') } as const
const alreadySetUp = { ok: false, refusal: refuse('alreadySetUp') } as const

/** A backup holds everything there is, and so does whoever may say where it goes: that is for owners. */
const isOwners = (context: ApiContext): boolean => whoStandsHere(context).role === 'owner'

const forOwners = async <T>(
  context: ApiContext,
  act: () => Answer<T> | Promise<Answer<T>>,
): Promise<Answer<T>> => (isOwners(context) ? await act() : forbidden)

/** Before there is anybody who could be asked for a PIN. */
const forFirstStart = async <T>(context: ApiContext, act: () => Promise<Answer<T>>): Promise<Answer<T>> =>
  isSetUp(context) ? alreadySetUp : await act()

export const backupProcedures = {
  get: door.backups.get.handler(({ context }) =>
    forOwners(context, () => ({ ok: true, value: context.till.backups.view() })),
  ),

  watch: door.backups.watch.handler(({ context, signal }) => {
    if (!isOwners(context)) throw refused(refuse('forbidden'))
    const { backups } = context.till
    return stream(
      () => [backups.view()],
      (push) => backups.watch(push),
      1,
      signal,
    )
  }),

  places: door.backups.places.handler(({ context }) =>
    forOwners(context, async () => ({ ok: true, value: await context.till.backups.places() })),
  ),

  configure: door.backups.configure.handler(({ context, input }) =>
    forOwners(context, () => context.till.backups.configure(input.settings, input.passphrase)),
  ),

  backUp: door.backups.backUp.handler(({ context }) =>
    forOwners(context, () => context.till.backups.backUp()),
  ),

  list: door.backups.list.handler(({ context }) => forOwners(context, () => context.till.backups.list())),

  verify: door.backups.verify.handler(({ context, input }) =>
    forOwners(context, () => context.till.backups.verify(input.file, input.passphrase)),
  ),

  sealKey: door.backups.sealKey.handler(({ context }) =>
    forOwners(context, () => context.till.backups.sealKey()),
  ),

  find: door.backups.find.handler(({ context, input }) =>
    forFirstStart(context, () => context.till.backups.find(input.folder)),
  ),

  restore: door.backups.restore.handler(({ context, input }) =>
    forFirstStart(context, () => context.till.backups.restore(input)),
  ),
}
