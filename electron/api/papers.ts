import type { PrintJobView } from '#shared/contract/papers.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door } from './door.ts'
import { stream } from './stream.ts'

const unknownPaper = { ok: false, refusal: refuse('unknownPaper') } as const
const jobsBound = 16

export const papersProcedures = {
  jobs: door.papers.jobs.handler((): readonly PrintJobView[] => []),

  watch: door.papers.watch.handler(({ signal }) =>
    stream<readonly PrintJobView[]>(
      () => [[]],
      () => () => {},
      jobsBound,
      signal,
    ),
  ),

  picture: door.papers.picture.handler(async ({ context, input }) => {
    const png = input.kind === 'receipt' ? await context.till.drawReceipt(input.ticket) : null
    return png === null ? unknownPaper : { ok: true, value: { png: Buffer.from(png).toString('base64') } }
  }),

  page: door.papers.page.handler(() => unknownPaper),

  receiptCode: door.papers.receiptCode.handler(() => unknownPaper),
}
