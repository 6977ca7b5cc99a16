import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import { saleOnCounter } from '#shared/checkout/state/ask.ts'
import type { CheckoutContext, Sale } from '#shared/checkout/state/context.ts'
import type { Claim } from '#shared/checkout/step.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { ClaimingSale, ClaimsPort } from './ports.ts'
import type { SingleFile } from './single-file.ts'

interface Asked {
  readonly sku: Sku
  readonly saleId: SaleId
}

/** What became of asking for a piece. */
export interface Claimed {
  /** For the sale on the counter; where there was none, for the next one, which gets this id. */
  readonly asked: Asked
  readonly claim: Claim | null
  /** `null`: no sale was open when it was asked. */
  readonly counterHad: SaleId | null
}

/**
 * Pieces that are asked for before their scan is judged. Asking takes as long as a network does and is no turn: an answer of
 * the terminal may change the counter meanwhile. What was taken for one sale is not another's and is asked for again.
 */
export interface Claiming {
  /**
   * @param wanted in a turn: the piece to ask for first; `null`: the scan is refused anyway, or nobody else can have it
   * @param judge in a turn: the scan itself, knowing what became of asking
   */
  scan(wanted: () => Sku | null, judge: (claimed: Claimed | null) => Answer): Promise<Answer>
  /** After each turn: what is in no cart any more is let go. Never throws. */
  follow(): void
}

export interface ClaimingParts {
  readonly claims: ClaimsPort
  readonly file: SingleFile
  readonly ids: Ids
  readonly log: Log
  readonly counter: () => CheckoutContext
}

export function openClaiming({ claims, file, ids, log, counter }: ClaimingParts): Claiming {
  /** Asked for and in no cart yet: a turn in between must not let them go. */
  let waiting: readonly Asked[] = []
  const onCounter = (): SaleId | null => saleOnCounter(counter())?.saleId ?? null

  async function ask(sku: Sku): Promise<Claimed> {
    const counterHad = onCounter()
    const asked = { sku, saleId: counterHad ?? (ids.next() as SaleId) }
    waiting = [...waiting, asked]
    // Before anybody answers: whoever looks after claims must not take it for one that nobody wants.
    follow()
    return { asked, counterHad, claim: await take(asked) }
  }

  async function take({ sku, saleId }: Asked): Promise<Claim | null> {
    try {
      return await claims.take(sku, saleId)
    } catch (error) {
      log.error({ sku, err: error }, 'a piece could not be asked for; it is sold at risk')
      return { standing: 'risk', because: 'refused' }
    }
  }

  function follow(): void {
    try {
      claims.follow(claimingSales(counter().sales, waiting))
    } catch (error) {
      // Whoever follows must not reach into a turn.
      log.error({ err: error }, 'claims could not follow the sales')
    }
  }

  return {
    follow,
    async scan(wanted, judge) {
      for (let claimed: Claimed | null = null; ; ) {
        const turn = await file.run((): { readonly ask: Sku } | { readonly answer: Answer } => {
          const mine = claimed?.counterHad === onCounter() ? claimed : null
          waiting = waiting.filter((asked) => asked !== claimed?.asked)
          const sku = mine === null ? wanted() : null
          if (sku !== null) return { ask: sku }
          const answer = judge(mine)
          if (claimed !== null && !answer.ok) follow()
          return { answer }
        })
        if ('answer' in turn) return turn.answer
        claimed = await ask(turn.ask)
      }
    },
  }
}

/** Every sale with its pieces, those that were asked for and are in no cart yet among them. */
function claimingSales(sales: readonly Sale[], waiting: readonly Asked[]): readonly ClaimingSale[] {
  const asked = (of: SaleId): readonly Sku[] =>
    waiting.flatMap(({ saleId, sku }) => (saleId === of ? [sku] : []))
  const open = sales.map(({ saleId, parkedAs, lines }) => ({
    saleId,
    parked: parkedAs !== null,
    pieces: [...lines.flatMap(({ unique, sku }) => (unique ? [sku] : [])), ...asked(saleId)],
  }))
  const next = waiting
    .filter(({ saleId }) => !sales.some((sale) => sale.saleId === saleId))
    .map(({ saleId, sku }) => ({ saleId, parked: false, pieces: [sku] }))
  return [...open, ...next]
}
