import type { Says } from '../books/deeds.ts'
import type { Faults } from '../faults.ts'
import type { HostTalk } from '../wire/host-dialect.ts'
import type { HostMessage } from '../wire/message.ts'
import { toldTotals, totalsFields, totalsSaid } from './batch-totals.ts'
import type { Request } from './request.ts'

/** What an answer repeats of its request, as received. */
const echoed = [3, 4, 7, 11, 12, 13, 15, 24, 32, 37, 41, 42, 49, 70, 99]

/** @param takes whether a field has room for such a value in this dialect */
export function answerTo(
  request: Request,
  says: Says,
  talk: Pick<HostTalk, 'batchNumber'>,
  takes: (field: number, value: string) => boolean,
): HostMessage {
  const fields = new Map<number, string>()
  const { fields: asked } = request.message
  for (const field of talk.batchNumber === null ? echoed : [...echoed, talk.batchNumber.field]) {
    const value = asked.get(field)
    if (value !== undefined) fields.set(field, value)
  }
  for (const [name, value] of Object.entries(says)) {
    const field = Number(name)
    // This host's own refusals are those of 1987: later versions have more digits for them.
    const fitting = [value, ...(field === 39 ? [`0${value}`, `00${value}`] : [])].find((each) =>
      takes(field, each),
    )
    if (fitting !== undefined) fields.set(field, fitting)
  }
  return { mti: request.answerType, fields }
}

/** The answer as the host's faults spoil it. */
export function spoiled(answer: HostMessage, faults: Faults, talk: HostTalk): HostMessage {
  const fields = new Map(answer.fields)
  const change = (field: number, to: (value: string) => string): void => {
    const value = fields.get(field)
    if (value !== undefined) fields.set(field, to(value))
  }
  if (faults.has('wrongStan')) change(11, nextNumber)
  if (faults.has('wrongTerminal')) change(41, anotherName)
  if (faults.has('wrongBatch') && talk.batchNumber !== null) change(talk.batchNumber.field, nextNumber)
  if (faults.has('outOfBalance')) change(66, () => '2')
  if (faults.has('wrongTotals')) {
    const told = toldTotals(fields, talk)
    if (typeof told !== 'string') {
      const { count, minor } = told.sales
      const more = totalsSaid({ ...told, sales: { count, minor: minor + 100 } }, talk)
      for (const [field, value] of Object.entries(more)) fields.set(Number(field), value)
    }
  }
  if (faults.has('untold')) for (const field of totalsFields(talk)) fields.delete(field)
  return { ...answer, fields }
}

/** The answer to a question that somebody else asked. */
export function othersAnswer({ mti, fields }: HostMessage): HostMessage {
  const others = new Map(fields)
  others.set(11, nextNumber(fields.get(11) ?? '0'))
  others.set(41, anotherName(fields.get(41) ?? ''))
  return { mti, fields: others }
}

/** Of as many digits; after the last one comes 1. */
const nextNumber = (digits: string): string =>
  String((Number(digits) % (10 ** digits.length - 1)) + 1).padStart(digits.length, '0')

const anotherName = (name: string): string =>
  name.startsWith('X') ? `Y${name.slice(1)}` : `X${name.slice(1)}`
