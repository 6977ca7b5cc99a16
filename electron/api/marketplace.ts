import type { Answer } from '#shared/contract/contract.ts'
import type { MarketView, OnlineOrderView } from '#shared/contract/marketplace.ts'
import type { ApiContext } from './context.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'
import { stream } from './stream.ts'

/** Whatever changes something, and whatever leaves the till: for managers and owners, in their name. */
function inCharge<T>(
  context: ApiContext,
  run: (by: string) => Answer<T> | Promise<Answer<T>>,
): Answer<T> | Promise<Answer<T>> {
  const person = whoStandsHere(context)
  return isInCharge(person) ? run(person.name) : managerNeeded
}

/** Who ordered is nobody's business who only stands before a locked till. */
function seenBy({ till, session }: ApiContext): MarketView {
  const view = till.marketplace.view()
  if (session.unlockedBy() !== null) return view
  return { ...view, tasks: view.tasks.map(withoutBuyer), open: view.open.map(withoutBuyer) }
}

const withoutBuyer = (order: OnlineOrderView): OnlineOrderView => ({
  ...order,
  buyer: null,
  task: order.task === null ? null : { ...order.task, message: null },
})

export const marketplaceProcedures = {
  get: door.marketplace.get.handler(({ context }) => seenBy(context)),

  watch: door.marketplace.watch.handler(({ context, signal }) =>
    stream(
      () => [seenBy(context)],
      (push) => {
        const look = (): void => push(seenBy(context))
        const stops = [context.till.marketplace.watch(look), context.session.watch(look)]
        return () => {
          for (const stop of stops) stop()
        }
      },
      1,
      signal,
    ),
  ),

  listings: door.marketplace.listings.handler(({ context, input }) => {
    whoStandsHere(context)
    return context.till.marketplace.listings(input)
  }),

  pastOrders: door.marketplace.pastOrders.handler(({ context, input }) => {
    whoStandsHere(context)
    return context.till.marketplace.pastOrders(input.before, input.limit)
  }),

  choose: door.marketplace.choose.handler(({ context, input }) =>
    inCharge(context, (by) => context.till.marketplace.choose(input.skus, input.online, by)),
  ),

  chooseAll: door.marketplace.chooseAll.handler(({ context }) =>
    inCharge(context, (by) => context.till.marketplace.chooseAll(by)),
  ),

  tryAgain: door.marketplace.tryAgain.handler(({ context }) =>
    inCharge(context, (by) => context.till.marketplace.tryAgain(by)),
  ),

  askNow: door.marketplace.askNow.handler(({ context }) =>
    inCharge(context, () => context.till.marketplace.askNow()),
  ),

  cancelOrder: door.marketplace.cancelOrder.handler(({ context, input }) =>
    inCharge(context, (by) => context.till.marketplace.cancelOrder(input.order, input.reason, by)),
  ),

  closeTask: door.marketplace.closeTask.handler(({ context, input }) =>
    inCharge(context, (by) => context.till.marketplace.closeTask(input.order, input.note, by)),
  ),

  closeSoldTwice: door.marketplace.closeSoldTwice.handler(({ context, input }) =>
    inCharge(context, (by) =>
      context.till.marketplace.closeSoldTwice(input.sku, input.ticket, input.note, by),
    ),
  ),

  forgetBuyer: door.marketplace.forgetBuyer.handler(({ context, input }) =>
    inCharge(context, (by) => context.till.marketplace.forgetBuyer(input.order, by)),
  ),

  config: door.marketplace.config.handler(({ context }) => {
    whoStandsHere(context)
    return context.till.marketplace.config()
  }),

  configure: door.marketplace.configure.handler(({ context, input }) =>
    inCharge(context, (by) => context.till.marketplace.configure(input.config, by)),
  ),

  check: door.marketplace.check.handler(({ context, input }) =>
    inCharge(context, () => context.till.marketplace.check(input.config)),
  ),

  importPieces: door.marketplace.importPieces.handler(({ context, input }) =>
    inCharge(context, (by) => context.till.marketplace.importPieces(input.dry, by)),
  ),
}
