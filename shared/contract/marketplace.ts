import type { LocalizedText } from '../catalogue/item.ts'
import type { Seq, Sku, TicketNumber } from '../kernel/ids.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { MarketPlatform } from '../marketplace/config.ts'
import type { ListingTrouble } from '../marketplace/facts.ts'
import type { OnlineBuyer, OrderState } from '../marketplace/online.ts'
import type { LostTo, OddOrder, OnlineOrderStage, OnlineTask, TakenOrder } from '../marketplace/order.ts'
import type { Dirham } from '../money/amount.ts'
import type { LaneView } from './forwards.ts'

/** What the marketplace's screens go by. Amounts in centimes. */
export interface MarketView {
  /** `null`: none is set up. */
  readonly connection: MarketConnectionView | null
  readonly listings: Readonly<Record<ListingState, number>>
  /** Messages to the marketplace as they wait. `null`: none does. */
  readonly lane: LaneView | null
  /** Oldest first. */
  readonly tasks: readonly OnlineOrderView[]
  /** Pieces that another till of the shop sold, too, and that a person has to settle; oldest first. */
  readonly soldTwice: readonly SoldTwiceView[]
  /** Those that wait to be handed over or shipped and have no task; oldest first. */
  readonly open: readonly OnlineOrderView[]
}

export interface MarketConnectionView {
  readonly platform: MarketPlatform
  /** For people: platform and shop. */
  readonly name: string
  /** When orders were last asked for and told; `null`: not since the till started. */
  readonly heardAt: Stamp | null
  /** What the last question ended with (a `MarketplaceTrouble`, or `noNetwork`, `silent`, `lineLost`); `null`: well. */
  readonly trouble: ListingTrouble | null
  /** What the key may not do, as `check` told it. */
  readonly lacks: readonly string[]
}

/** `waiting`: chosen and on its way. `off`: not chosen, or taken off. */
export const listingStates = ['online', 'waiting', 'refused', 'off'] as const
export type ListingState = (typeof listingStates)[number]

export interface ListingView {
  readonly sku: Sku
  readonly name: LocalizedText
  /** Of the catalogue: picks its picture. */
  readonly category: string | null
  readonly price: Dirham
  readonly unique: boolean
  /** On the shelf now. */
  readonly stock: number
  /** Promised to open orders. */
  readonly promised: number
  readonly state: ListingState
  /** Of the state `refused`. */
  readonly trouble: ListingTrouble | null
  /** What the marketplace was last told, and when; `null`: nothing yet. */
  readonly told: { readonly count: number; readonly at: Stamp } | null
}

export interface OnlineOrderView {
  readonly order: TakenOrder
  /** Journal entry by which it came in; `pastOrders` goes on before it. */
  readonly seq: Seq
  readonly state: OrderState
  readonly stage: OnlineOrderStage
  readonly takenAt: Stamp
  /** `null`: forgotten. */
  readonly buyer: OnlineBuyer | null
  readonly ticket: TicketNumber | null
  readonly task: OnlineTaskView | null
  /** The platform was asked to cancel and refund it, and has not done so yet. */
  readonly cancelling: boolean
  /** It is asked no more until a person says so: why. */
  readonly setAside: ListingTrouble | null
}

export interface OnlineTaskView {
  readonly kind: OnlineTask
  readonly since: Stamp
  /** Of `lost`. `here`: it went at this till, where its ticket can be looked at. */
  readonly lost: readonly {
    readonly sku: Sku
    readonly name: LocalizedText
    readonly to: LostTo
    readonly here: boolean
  }[]
  /** Of `odd`. */
  readonly odd: { readonly because: OddOrder; readonly text: string } | null
  /** What to say to the buyer; `null`: nothing is to say. */
  readonly message: BuyerMessage | null
}

/** Two visitors have paid for one piece. A refund of either ticket ends it. */
export interface SoldTwiceView {
  readonly sku: Sku
  readonly name: LocalizedText
  /** Ticket of this till. */
  readonly ours: TicketNumber
  /** Ticket of the other one. */
  readonly theirs: TicketNumber
  readonly since: Stamp
}

export interface MessageText {
  readonly subject: string
  readonly body: string
}

/** In the buyer's language, and the same as whoever looks after the shop reads it. */
export interface BuyerMessage extends MessageText {
  /** BCP 47 of subject and body. */
  readonly language: string
  readonly meaning: Readonly<Record<ScreenLanguage, MessageText>>
  /** The body without the buyer's name: why an order is cancelled stays in the journal, where nobody can be forgotten. */
  readonly reason: string
}

/** What a test of a connection found. */
export interface MarketCheck {
  readonly shop: string
  readonly currency: string
  readonly lacks: readonly string[]
  /** Pieces found there, of the first page. */
  readonly pieces: number
}

/** What an import from the marketplace would bring, or brought. */
export interface MarketImport {
  readonly found: number
  readonly added: number
  readonly changed: number
  /** Not taken, and why; at most 100 of them. */
  readonly refused: readonly {
    readonly sku: string
    readonly name: string
    readonly trouble: ListingTrouble
  }[]
}
