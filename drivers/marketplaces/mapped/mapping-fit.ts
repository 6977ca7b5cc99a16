import { namesAsked, saysWhichCall, updateOf } from './asked-for.ts'
import type { Mapping } from './mapping-schema.ts'
import { needed, type OperationName, vocabularies } from './vocabulary.data.ts'

/** Where in a mapping, and what is wrong there. */
type Fault = readonly [path: string, sentence: string]

/**
 * What in a mapping cannot be meant, though each part of it could be: found when its file is read, and not in the evening
 * when the first order comes.
 *
 * @returns `null`: it can be meant
 */
export function misfit(mapping: Mapping): string | null {
  const [first] = [
    ...requestFaults(mapping),
    ...togetherFaults(mapping),
    ...pagingFaults(mapping),
    ...currencyFaults(mapping),
    ...answerFaults(mapping),
  ]
  return first === undefined ? null : first.join(': ')
}

const operationsOf = (mapping: Mapping) =>
  (Object.keys(vocabularies) as OperationName[]).flatMap((name) => {
    const operation = name === 'updatePiece' ? updateOf(mapping) : mapping[name]
    return operation === undefined ? [] : [{ name, operation }]
  })

function requestFaults(mapping: Mapping): readonly Fault[] {
  return operationsOf(mapping).flatMap(({ name, operation }) => {
    const asked = namesAsked(operation.ask)
    return needed[name]
      .filter((anyOf) => !anyOf.some((each) => asked.includes(each)))
      .map((anyOf): Fault => [`${name}.ask`, `has no ${anyOf.map((each) => `{${each}}`).join(' nor ')}`])
  })
}

function togetherFaults(mapping: Mapping): readonly Fault[] {
  const { findPiece, updatePiece, hold, release } = mapping
  const faults: Fault[] = []
  if ((findPiece === undefined) !== (updatePiece === undefined))
    faults.push([
      'findPiece',
      'goes with updatePiece, or both are absent: then createPiece is asked each time',
    ])
  if ((hold === undefined) !== (release === undefined))
    faults.push(['hold', 'goes with release, or both are absent'])
  if (hold !== undefined && !saysWhichCall(mapping, hold.ask))
    faults.push(['hold.ask', 'has no {call.key}: who asks again would hold twice'])
  return faults
}

/** How each kind of paging says which page is wanted; a link says it by itself. */
const pageNames = {
  none: null,
  page: 'page.number',
  offset: 'page.offset',
  cursor: 'page.cursor',
  link: null,
}

function pagingFaults(mapping: Mapping): readonly Fault[] {
  const faults: Fault[] = []
  for (const name of ['listOrders', 'listPieces'] as const) {
    const { ask, paging } = mapping[name]
    const wanted = pageNames[paging.kind]
    if (wanted !== null && !namesAsked(ask).includes(wanted))
      faults.push([`${name}.ask`, `has no {${wanted}}, which paging by ${paging.kind} goes by`])
    if (paging.kind === 'link' && ask.method !== 'GET')
      faults.push([`${name}.ask.method`, 'must be GET where the next page is a link'])
  }
  const { kind } = mapping.listOrders.paging
  if (mapping.order.movedAt === undefined && kind !== 'page' && kind !== 'offset')
    faults.push(['listOrders.paging.kind', 'must be page or offset where order.movedAt is absent'])
  return faults
}

function currencyFaults({ currency, check, order }: Mapping): readonly Fault[] {
  if (currency !== undefined) return []
  const faults: Fault[] = []
  if (check.currency === undefined) faults.push(['check.currency', 'is needed where currency is absent'])
  if (order.currency === undefined) faults.push(['order.currency', 'is needed where currency is absent'])
  return faults
}

function answerFaults(mapping: Mapping): readonly Fault[] {
  const { createPiece, hold, addPhotograph, setStock, setStocks, order, errors } = mapping
  const faults: Fault[] = []
  for (const [name, operation] of Object.entries({ createPiece, hold, addPhotograph }))
    if (operation?.expect === 'nothing')
      faults.push([`${name}.expect`, 'cannot be nothing: an id is read from its answer'])
  if (setStock.expect === 'nothing' && setStock.count !== undefined)
    faults.push(['setStock.count', 'cannot be read from an answer that is expected to be nothing'])
  if (setStocks !== undefined && setStocks.expect === undefined && setStocks.each === undefined)
    faults.push(['setStocks', 'needs each, or expect: a yes that says nothing proves nothing'])
  if (!order.states.some(({ is }) => is === 'paid')) faults.push(['order.states', 'has no rule for paid'])
  const saysNoWith200 = errors.rules.some(({ status, when }) => status === undefined && when !== undefined)
  if (!saysNoWith200 && operationsOf(mapping).some(({ operation }) => operation.ask.graphql !== undefined))
    faults.push(['errors.rules', 'needs a rule without a status: GraphQL says no with status 200'])
  return faults
}
