import { type ShopSettings, unsetSettings } from '#shared/cart/settings.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { DayItem, DayLine } from './day-line.ts'

/** No rounding, and the ceiling of the law (CGI art. 193): what holds where a day says nothing. */
export const plainSettings: ShopSettings = {
  ...unsetSettings,
  shop: { ...unsetSettings.shop, name: 'Hanout', nameAr: 'حانوت' },
}

export interface ScriptContext {
  /** The till's settings now. */
  readonly settings: ShopSettings
  /** Who settles an attempt and agrees to a price: the shift's cashier. */
  readonly by: string
  /** The ticket a `refund` line means; `null`: the script has made no such sale. */
  readonly saleTicket: TicketNumber | null
}

/** A number no ticket has: the till itself refuses it, after whatever it checks first. */
const noTicket = 0 as TicketNumber

/** What a line asks of the till; `null`: a `restart` asks nothing of it. */
export function commandOf(line: DayLine, context: ScriptContext): Command | null {
  switch (line.do) {
    case 'catalogue':
      return { type: 'loadCatalogue', items: line.items.map(catalogueItem) }
    case 'config':
      return { type: 'configure', settings: configured(context.settings, line) }
    case 'open':
      return { type: 'openShift', cashier: line.cashier, float: line.float }
    case 'scan':
      return { type: 'scan', code: line.sku, quantity: line.qty ?? 1 }
    case 'agree':
      return {
        type: 'agreePrice',
        line: line.line,
        unit: line.price,
        reason: line.reason,
        manager: line.manager ?? null,
      }
    case 'remove':
      return { type: 'removeLine', line: line.line }
    case 'pay':
      return line.tender === 'cash'
        ? { type: 'payCash', given: line.given }
        : { type: 'payCard', amount: line.amount ?? null }
    case 'resolve':
      return { type: 'resolveAttempt', outcome: line.outcome, name: context.by }
    case 'park':
      return { type: 'park', name: line.name }
    case 'resume':
      return { type: 'resume', name: line.name }
    case 'cancel':
      return { type: 'cancelSale' }
    case 'refund':
      return {
        type: 'refund',
        ticket: context.saleTicket ?? noTicket,
        line: line.line,
        quantity: line.qty,
        tender: line.tender,
      }
    case 'cash':
      return { type: 'moveCash', direction: line.kind, amount: line.amount, reason: line.reason }
    case 'training':
      return { type: 'setTraining', on: line.on }
    case 'close':
      return { type: 'closeShift', counted: line.counted }
    case 'restart':
      return null
  }
}

/** What a `config` line leaves out has its default, not what an earlier line said. */
const configured = (settings: ShopSettings, line: Extract<DayLine, { do: 'config' }>): ShopSettings => ({
  ...settings,
  cashRounding: line.cashRounding ?? plainSettings.cashRounding,
  cashCeiling: line.cashCeiling ?? plainSettings.cashCeiling,
})

const catalogueItem = (item: DayItem): CatalogueItem => ({
  sku: item.sku,
  name: present(item.name),
  price: item.price,
  floor: item.floor ?? null,
  vat: item.vat,
  unique: item.unique ?? false,
  stock: item.stock,
  // A script may leave out either: an owner of no part is due nothing, a part of nobody's is the shop's.
  owner: item.owner === undefined ? null : { owner: item.owner, sharePpm: item.share ?? 0 },
  barcodes: [],
  category: null,
  maker: null,
  village: null,
})

const present = (name: DayItem['name']): CatalogueItem['name'] => ({
  ...(name.ar === undefined ? {} : { ar: name.ar }),
  ...(name.fr === undefined ? {} : { fr: name.fr }),
  ...(name.en === undefined ? {} : { en: name.en }),
})
