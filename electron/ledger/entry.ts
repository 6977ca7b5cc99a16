import type { Fact } from '#shared/checkout/fact.ts'
import type { AcquirerRow } from './subjects/acquirers.ts'
import type { AttemptRecord } from './subjects/attempts.ts'
import type { BatchRecord } from './subjects/batches.ts'
import type { CardMovementRecord, CardTerminalRow, CollectedMovements } from './subjects/card-movements.ts'
import type { CashMovementRow } from './subjects/cash-movements.ts'
import type { CertificateRecord } from './subjects/certificates.ts'
import type { ClosingRecord } from './subjects/closings.ts'
import type { ExportFormRecord } from './subjects/export-forms.ts'
import type { HeadRow } from './subjects/head.ts'
import type { InvoiceRecord } from './subjects/invoices.ts'
import type { BarcodeRow, CategoryRow, ItemRow, StockRow } from './subjects/items.ts'
import type { LineRow } from './subjects/lines.ts'
import type { ListingCountRow, ListingRecord } from './subjects/listings.ts'
import type { MarketConnectionRow } from './subjects/market-connection.ts'
import type { OnlineOrderRecord } from './subjects/online-orders.ts'
import type { OwnerPaymentRow, OwnerRow } from './subjects/owners.ts'
import type { PaperPrintRow } from './subjects/paper-prints.ts'
import type { PieceElsewhereRow } from './subjects/pieces-elsewhere.ts'
import type { OnlineOrderLineRow, PromiseRow } from './subjects/promises.ts'
import type { ReceiptRow } from './subjects/receipts.ts'
import type { RefundedRow } from './subjects/refunds.ts'
import type { RestoreRow } from './subjects/restores.ts'
import type { SaleRow } from './subjects/sales.ts'
import type { PersonRow, SettingsRow } from './subjects/settings.ts'
import type { ShiftRecord } from './subjects/shifts.ts'
import type { ShopKeyRow } from './subjects/shop-keys.ts'
import type { StatementLineRow, StatementRecord } from './subjects/statements.ts'
import type { TenderRow } from './subjects/tenders.ts'
import type { TicketRecord, TicketVatRow } from './subjects/tickets.ts'
import type { Rows } from './table.ts'

/** What a projection may look at: the entry itself, and the rows that earlier entries made. No clock, nothing else. */
export interface Entry {
  readonly seq: number
  readonly utcMs: number
  readonly offsetMinutes: number
  readonly by: string
  /** `sales.seq` of the sale the fact belongs to; `null` where it belongs to none. */
  readonly sale: number | null
  readonly fact: Fact
}

/** Words under which items are found; only SQLite keeps them. */
export interface SearchWords {
  add(item: number, text: string): void
  remove(item: number, text: string): void
}

/** Every projection. In SQLite while selling, in memory while verifying. */
export interface Projections {
  /** Changed in place; whoever opened the transaction saves it. */
  readonly head: HeadRow
  readonly settings: Rows<SettingsRow>
  readonly people: Rows<PersonRow>
  readonly shifts: Rows<ShiftRecord>
  readonly cashMovements: Rows<CashMovementRow>
  readonly sales: Rows<SaleRow>
  readonly lines: Rows<LineRow>
  readonly tenders: Rows<TenderRow>
  readonly attempts: Rows<AttemptRecord>
  readonly cardMovements: Rows<CardMovementRecord>
  readonly cardTerminals: Rows<CardTerminalRow>
  readonly batches: Rows<BatchRecord>
  readonly acquirers: Rows<AcquirerRow>
  readonly statements: Rows<StatementRecord>
  readonly statementLines: Rows<StatementLineRow>
  readonly collected: CollectedMovements
  readonly tickets: Rows<TicketRecord>
  readonly ticketVat: Rows<TicketVatRow>
  readonly refunded: Rows<RefundedRow>
  readonly receipts: Rows<ReceiptRow>
  readonly invoices: Rows<InvoiceRecord>
  readonly exportForms: Rows<ExportFormRecord>
  readonly certificates: Rows<CertificateRecord>
  readonly paperPrints: Rows<PaperPrintRow>
  readonly shopKeys: Rows<ShopKeyRow>
  readonly items: Rows<ItemRow>
  readonly barcodes: Rows<BarcodeRow>
  readonly categories: Rows<CategoryRow>
  readonly stock: Rows<StockRow>
  readonly marketConnection: Rows<MarketConnectionRow>
  readonly listings: Rows<ListingRecord>
  readonly listingCounts: Rows<ListingCountRow>
  readonly onlineOrders: Rows<OnlineOrderRecord>
  readonly onlineOrderLines: Rows<OnlineOrderLineRow>
  readonly promises: Rows<PromiseRow>
  readonly piecesElsewhere: Rows<PieceElsewhereRow>
  readonly closings: Rows<ClosingRecord>
  readonly owners: Rows<OwnerRow>
  readonly ownerPayments: Rows<OwnerPaymentRow>
  readonly restores: Rows<RestoreRow>
  readonly search: SearchWords
}
