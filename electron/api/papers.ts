import type { Till } from '#electron/till-parts.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { PrintJobView, ShopKeyView } from '#shared/contract/papers.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import type { ApiContext } from './context.ts'
import { door, managerNeeded, whoStandsHere } from './door.ts'
import { mayHave } from './paper-rights.ts'
import { stream } from './stream.ts'

const unknownPaper = { ok: false, refusal: refuse('unknownPaper') } as const

/** Calls `push` with the print queue whenever it differs from the one told last: the counter changes far more often. */
function watchJobs({ counter }: Till, push: (jobs: readonly PrintJobView[]) => void): () => void {
  let told = JSON.stringify(counter.printJobs())
  return counter.watch(() => {
    const jobs = counter.printJobs()
    const text = JSON.stringify(jobs)
    if (text === told) return
    told = text
    push(jobs)
  })
}

/** What somebody may see of a paper, or why not. */
async function shown<T>(
  context: ApiContext,
  paper: PaperRequest,
  draw: (papers: Till['papers']) => Promise<T | null>,
): Promise<Answer<T>> {
  if (!mayHave(paper, whoStandsHere(context), context.till)) return managerNeeded
  const value = await draw(context.till.papers)
  return value === null ? unknownPaper : { ok: true, value }
}

/** Each key once, where the shop signed with it last: a restored file can bring an older one back. */
function keysOf(made: ReturnType<Till['ledger']['shopKeys']>): readonly ShopKeyView[] {
  return made
    .map(({ publicKey, at }, index) => ({
      publicKey,
      fingerprint: keyFingerprint(publicKey),
      since: at,
      until: made[index - 1]?.at ?? null,
    }))
    .filter(({ publicKey }, index) => made.findIndex((each) => each.publicKey === publicKey) === index)
}

export const papersProcedures = {
  jobs: door.papers.jobs.handler(({ context }) => context.till.counter.printJobs()),

  watch: door.papers.watch.handler(({ context: { till }, signal }) =>
    stream(
      () => [till.counter.printJobs()],
      (push) => watchJobs(till, push),
      1,
      signal,
    ),
  ),

  picture: door.papers.picture.handler(({ context, input }) =>
    shown(context, input, async (papers) => {
      const png = await papers.picture(input)
      return png && { png: Buffer.from(png).toString('base64') }
    }),
  ),

  page: door.papers.page.handler(({ context, input }) =>
    shown(context, input, async (papers) => {
      const html = await papers.page(input)
      return html === null ? null : { html }
    }),
  ),

  keys: door.papers.keys.handler(({ context }) => {
    whoStandsHere(context)
    return keysOf(context.till.ledger.shopKeys())
  }),

  receiptCode: door.papers.receiptCode.handler(({ context, input }) => {
    const ticket = input.ticket as TicketNumber
    return shown(context, { kind: 'receipt', ticket }, async (papers) => {
      const text = await papers.receiptCode(ticket)
      return text === null ? null : { text }
    })
  }),
}
