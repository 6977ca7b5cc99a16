import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { CheckoutInput, Circumstances } from '#shared/checkout/step.ts'
import type { AttemptId, LineId, SaleId, ShiftId, TenderId, TicketNumber } from '#shared/kernel/ids.ts'
import type { Claimed } from './claiming.ts'
import { closingCircumstances } from './closing-circumstances.ts'
import { orderToSell } from './order-to-sell.ts'
import { ownerCircumstances } from './owner-circumstances.ts'
import { paperCircumstances } from './paper-circumstances.ts'
import { pastSale } from './past-sale.ts'
import type { TerminalPort } from './ports.ts'
import { abilitiesOf } from './terminal-orders.ts'

export interface World {
  readonly ledger: ReadLedger
  readonly terminal: TerminalPort
  readonly clock: Clock
  readonly ids: Ids
  /** What closings are signed with. Default: nothing. */
  readonly key?: () => ShopKey | null
}

/**
 * Looks up all that the machine may need to judge one input, as the ledger stands now.
 * @param past number of the sale ticket it gives back from or makes a paper out for
 * @param claimed what became of asking for the piece it scans, and for which sale; `null`: nobody was asked
 */
export function gather(
  world: World,
  input: CheckoutInput,
  by: string,
  past: TicketNumber | null,
  claimed: Claimed | null = null,
): Circumstances {
  const { ledger, ids } = world
  const command = input.type === 'command' ? input.command : null
  const at = world.clock.now()
  const refundOf = past === null ? null : pastSale(ledger, past)
  const found = scanned(ledger, command)
  return {
    at,
    by,
    fresh: {
      shiftId: ids.next() as ShiftId,
      saleId: claimed?.asked.saleId ?? (ids.next() as SaleId),
      lineId: ids.next() as LineId,
      tenderId: ids.next() as TenderId,
      attemptId: ids.next() as AttemptId,
    },
    settings: ledger.settings() ?? unsetSettings,
    nextTicket: ledger.nextTicketNumber(),
    nextTerminalSequence: ledger.nextTerminalSequence(),
    terminal: abilitiesOf(world.terminal.current()),
    ...found,
    claim: claimed?.claim ?? null,
    onlineOrder: command?.type === 'sellOnlineOrder' ? orderToSell(ledger, ids, command.order) : null,
    refundOf,
    drawer: command?.type === 'closeShift' ? drawer(ledger) : null,
    grandTotal: ledger.grandTotal(),
    ...closingCircumstances({ ledger, key: world.key ?? (() => null) }, command, { at, by }),
    ...ownerCircumstances(ledger, command, found.item?.owner ?? null),
    ...paperCircumstances(ledger, ids, command, refundOf),
  }
}

function scanned(ledger: ReadLedger, command: Command | null): Pick<Circumstances, 'item' | 'pieceSold'> {
  const item = command?.type === 'scan' ? ledger.findItem(command.code) : null
  return { item, pieceSold: item?.unique === true && ledger.pieceIsSold(item.sku) }
}

function drawer(ledger: ReadLedger): Circumstances['drawer'] {
  const shift = ledger.openShift()
  return shift === null ? null : ledger.drawer(shift.shiftId)
}
