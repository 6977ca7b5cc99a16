import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Person } from '#shared/kernel/person.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'
import { stream } from './stream.ts'

/** What changes the shop itself rather than a sale. */
const forThoseInCharge: ReadonlySet<Command['type']> = new Set([
  'configure',
  'loadCatalogue',
  'setPeople',
  'setTraining',
])

/** A price below the floor names who allowed it: that must be someone of this house who may. */
function allowedByNobody(command: Command, ledger: ReadLedger): boolean {
  if (command.type !== 'agreePrice' || command.manager === null) return false
  return !ledger.people().some((person) => person.name === command.manager && isInCharge(person))
}

function refusalOf(command: Command, person: Person, ledger: ReadLedger): Answer | null {
  if (forThoseInCharge.has(command.type) && !isInCharge(person)) return managerNeeded
  if (allowedByNobody(command, ledger)) return managerNeeded
  // Nobody may be left outside: a list without an owner could never be changed again.
  if (command.type === 'setPeople' && !command.people.some((each) => each.role === 'owner')) {
    return { ok: false, refusal: refuse('badInput', { field: 'people' }) }
  }
  return null
}

export const counterProcedures = {
  get: door.counter.get.handler(({ context }) => context.till.counter.view()),

  watch: door.counter.watch.handler(({ context: { till }, signal }) =>
    stream(
      () => [till.counter.view()],
      (push) => till.counter.watch(push),
      1,
      signal,
    ),
  ),

  send: door.counter.send.handler(async ({ context, input }) => {
    const person = whoStandsHere(context)
    const command = input as Command
    return refusalOf(command, person, context.till.ledger) ?? context.till.counter.send(command, person.name)
  }),
}
