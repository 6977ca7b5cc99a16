import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Till } from '#electron/till-parts.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Person } from '#shared/kernel/person.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'
import { mayHave } from './paper-rights.ts'
import { stream } from './stream.ts'

/** What changes the shop itself rather than a sale, charges a card for no visitor, or cannot be brought back. */
const forThoseInCharge: ReadonlySet<Command['type']> = new Set([
  'configure',
  'loadCatalogue',
  'setPeople',
  'setTraining',
  'testTerminal',
  'forgetVisitor',
  'setOwners',
  'payOwner',
  'closePeriod',
])

/** Nobody signs for somebody else here: another person's yes comes with their PIN, through `sendApproved`. */
const signedForAnother = (command: Command, person: Person): boolean =>
  command.type === 'agreePrice' &&
  command.manager !== null &&
  !(command.manager === person.name && isInCharge(person))

/** Whoever answers for a terminal is someone of this house, so that they can be asked later. */
const signedByStranger = (command: Command, ledger: ReadLedger): boolean =>
  command.type === 'resolveAttempt' && !ledger.people().some((person) => person.name === command.name)

type Parts = Pick<Till, 'counter' | 'ledger' | 'clock'>

/** Asking for a paper again is asking for it. */
function mayPrint(command: Command, person: Person, till: Parts): boolean {
  if (command.type === 'printPaper') return mayHave(command.paper, person, till)
  if (command.type !== 'answerPrint' || command.answer === 'leave') return true
  const job = till.counter.printJobs().find(({ id }) => id === command.job)
  return job === undefined ? isInCharge(person) : mayHave(job.paper, person, till)
}

function refusalOf(command: Command, person: Person, till: Parts): Answer | null {
  if (forThoseInCharge.has(command.type) && !isInCharge(person)) return managerNeeded
  if (!mayPrint(command, person, till)) return managerNeeded
  if (signedForAnother(command, person)) return managerNeeded
  if (signedByStranger(command, till.ledger)) return { ok: false, refusal: refuse('badName') }
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
    return refusalOf(command, person, context.till) ?? context.till.counter.send(command, person.name)
  }),

  sendApproved: door.counter.sendApproved.handler(async ({ context, input }) => {
    const person = whoStandsHere(context)
    const vouched = await context.session.vouch(input.approver, input.pin)
    if (!vouched.ok) return vouched
    if (!isInCharge(vouched.value)) return managerNeeded
    const command: Command = { ...input.command, manager: vouched.value.name }
    return context.till.counter.send(command, person.name)
  }),
}
