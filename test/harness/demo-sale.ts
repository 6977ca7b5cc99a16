import type { CheckoutView } from '#shared/checkout/view.ts'
import type { CommandInput } from '#shared/contract/command-schema.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { nextOf, type TillClient } from './shell-client.ts'

/** Sends a command. @throws when the till refuses it */
export async function must(client: TillClient, command: CommandInput): Promise<void> {
  const answer = await client.counter.send(command)
  if (!answer.ok) throw new Error(`${command.type} refused: ${answer.refusal.code}`)
}

/** Opens the demo shop, unlocks it as its owner and opens the shift. */
export async function openDemoShop(client: TillClient): Promise<void> {
  const started = await client.house.startDemo()
  if (!started.ok) throw new Error(`the demo did not start: ${started.refusal.code}`)
  const unlocked = await client.house.unlock({ person: 'hassan', pin: '1234' })
  if (!unlocked.ok) throw new Error(`not unlocked: ${unlocked.refusal.code}`)
  await must(client, { type: 'openShift', cashier: 'Hassan', float: 50_000 })
}

/**
 * Rings two things and pays: cash with a note of 10 000 dirhams, or the whole by card.
 * @returns the ticket, once its receipt is out
 */
export async function ringSale(
  client: TillClient,
  skus: readonly string[],
  tender: 'cash' | 'card',
): Promise<TicketDetail> {
  for (const code of skus) await must(client, { type: 'scan', code, quantity: 1 })
  await must(
    client,
    tender === 'cash' ? { type: 'payCash', given: 1_000_000 } : { type: 'payCard', amount: null },
  )
  const { done } = await viewWhere(client, (view) => view.done?.receipt === 'done')
  const answer = await client.tickets.get({ number: done?.ticket ?? 0 })
  if (!answer.ok) throw new Error(`no ticket: ${answer.refusal.code}`)
  return answer.value
}

/** Watches the counter until a view is as wanted. */
export async function viewWhere(
  client: TillClient,
  wanted: (view: CheckoutView) => boolean,
): Promise<CheckoutView> {
  const views = await client.counter.watch()
  try {
    for (;;) {
      const view = await nextOf(views)
      if (wanted(view)) return view
    }
  } finally {
    await views.return?.()
  }
}
