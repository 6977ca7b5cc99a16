import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from './entry.ts'
import { memoryRows } from './memory-rows.ts'
import { booksInMemory, booksInSql, bookTables } from './project-books.ts'
import { marketInMemory, marketInSql, marketTables } from './project-marketplace.ts'
import { projectSettlement } from './project-settlement.ts'
import { sqlRows } from './sql-rows.ts'
import { acquirersTable } from './subjects/acquirers.ts'
import { attemptMoves, attemptsTable } from './subjects/attempts.ts'
import { batchesTable } from './subjects/batches.ts'
import {
  cardMoneyMoved,
  cardMovementsTable,
  cardTerminalsTable,
  collectedInMemory,
  collectedMovements,
} from './subjects/card-movements.ts'
import { cashMoved, cashMovementsTable, drawerOpened } from './subjects/cash-movements.ts'
import { certificateIssued, certificatesTable, certificateVoided } from './subjects/certificates.ts'
import {
  exportFormIssued,
  exportFormsTable,
  exportFormVoided,
  visitorForgotten,
} from './subjects/export-forms.ts'
import type { HeadRow } from './subjects/head.ts'
import { invoiceIssued, invoicesTable } from './subjects/invoices.ts'
import { searchWords } from './subjects/item-search.ts'
import { barcodesTable, catalogueLoaded, categoriesTable, itemsTable, stockTable } from './subjects/items.ts'
import { cartChanges, linesTable } from './subjects/lines.ts'
import { onlineOrderSold } from './subjects/online-orders.ts'
import { paperPrinted, paperPrintsTable } from './subjects/paper-prints.ts'
import { receiptPrinted, receiptsTable } from './subjects/receipts.ts'
import { refundedTable } from './subjects/refunds.ts'
import { errandMoves, saleBegins, saleContinues, saleIdOf, salesTable } from './subjects/sales.ts'
import { peopleChanged, peopleTable, settingsTable, shopConfigured } from './subjects/settings.ts'
import { shiftClosed, shiftOpened, shiftsTable } from './subjects/shifts.ts'
import { shopKeyMade, shopKeysTable } from './subjects/shop-keys.ts'
import { statementLinesTable, statementsTable } from './subjects/statements.ts'
import { moneyTaken, tendersTable } from './subjects/tenders.ts'
import { ticketMade, ticketsTable, ticketVatTable } from './subjects/tickets.ts'

/** Every table that is recomputed from the journal, by its name among the projections. */
export const projectedTables = {
  settings: settingsTable,
  people: peopleTable,
  shifts: shiftsTable,
  cashMovements: cashMovementsTable,
  sales: salesTable,
  lines: linesTable,
  tenders: tendersTable,
  attempts: attemptsTable,
  cardMovements: cardMovementsTable,
  cardTerminals: cardTerminalsTable,
  batches: batchesTable,
  acquirers: acquirersTable,
  statements: statementsTable,
  statementLines: statementLinesTable,
  tickets: ticketsTable,
  ticketVat: ticketVatTable,
  refunded: refundedTable,
  receipts: receiptsTable,
  invoices: invoicesTable,
  exportForms: exportFormsTable,
  certificates: certificatesTable,
  paperPrints: paperPrintsTable,
  shopKeys: shopKeysTable,
  items: itemsTable,
  barcodes: barcodesTable,
  categories: categoriesTable,
  stock: stockTable,
  ...marketTables,
  ...bookTables,
} as const

/** The projections as they stand in a database; `head` is read at the start of each transaction. */
export function sqlProjections(db: Database): Omit<Projections, 'head'> {
  return {
    settings: sqlRows(db, settingsTable),
    people: sqlRows(db, peopleTable),
    shifts: sqlRows(db, shiftsTable),
    cashMovements: sqlRows(db, cashMovementsTable),
    sales: sqlRows(db, salesTable),
    lines: sqlRows(db, linesTable),
    tenders: sqlRows(db, tendersTable),
    attempts: sqlRows(db, attemptsTable),
    cardMovements: sqlRows(db, cardMovementsTable),
    cardTerminals: sqlRows(db, cardTerminalsTable),
    batches: sqlRows(db, batchesTable),
    acquirers: sqlRows(db, acquirersTable),
    statements: sqlRows(db, statementsTable),
    statementLines: sqlRows(db, statementLinesTable),
    tickets: sqlRows(db, ticketsTable),
    ticketVat: sqlRows(db, ticketVatTable),
    refunded: sqlRows(db, refundedTable),
    receipts: sqlRows(db, receiptsTable),
    invoices: sqlRows(db, invoicesTable),
    exportForms: sqlRows(db, exportFormsTable),
    certificates: sqlRows(db, certificatesTable),
    paperPrints: sqlRows(db, paperPrintsTable),
    shopKeys: sqlRows(db, shopKeysTable),
    items: sqlRows(db, itemsTable),
    barcodes: sqlRows(db, barcodesTable),
    categories: sqlRows(db, categoriesTable),
    stock: sqlRows(db, stockTable),
    ...marketInSql(db),
    ...booksInSql(db),
    collected: collectedMovements(db),
    search: searchWords(db),
  }
}

/** Empty projections in memory, to be recomputed from the journal. */
export function memoryProjections(head: HeadRow) {
  return {
    head,
    settings: memoryRows(settingsTable),
    people: memoryRows(peopleTable),
    shifts: memoryRows(shiftsTable),
    cashMovements: memoryRows(cashMovementsTable),
    sales: memoryRows(salesTable),
    lines: memoryRows(linesTable),
    tenders: memoryRows(tendersTable),
    attempts: memoryRows(attemptsTable),
    cardMovements: memoryRows(cardMovementsTable),
    cardTerminals: memoryRows(cardTerminalsTable),
    batches: memoryRows(batchesTable),
    acquirers: memoryRows(acquirersTable),
    statements: memoryRows(statementsTable),
    statementLines: memoryRows(statementLinesTable),
    tickets: memoryRows(ticketsTable),
    ticketVat: memoryRows(ticketVatTable),
    refunded: memoryRows(refundedTable),
    receipts: memoryRows(receiptsTable),
    invoices: memoryRows(invoicesTable),
    exportForms: memoryRows(exportFormsTable),
    certificates: memoryRows(certificatesTable),
    paperPrints: memoryRows(paperPrintsTable),
    shopKeys: memoryRows(shopKeysTable),
    items: memoryRows(itemsTable),
    barcodes: memoryRows(barcodesTable),
    categories: memoryRows(categoriesTable),
    stock: memoryRows(stockTable),
    ...marketInMemory(),
    ...booksInMemory(),
    collected: collectedInMemory(),
    search: { add() {}, remove() {} },
  } satisfies Projections
}

export type MemoryProjections = ReturnType<typeof memoryProjections>

/** The sale an entry about to be written belongs to: known from before, begun by this very entry, or none. */
export function saleOf(to: Projections, seq: number, fact: Fact): number | null {
  const saleId = saleIdOf(fact)
  return saleId === null ? null : (to.sales.by(saleId)?.seq ?? seq)
}

/**
 * Brings every projection up to an entry. A pure function of the entry and the rows earlier entries made.
 * @throws when the entry cannot follow what came before it (a wrong ticket number, a shift that never was).
 */
export function project(to: Projections, entry: Entry): void {
  const { fact, sale } = entry
  if (sale !== null) {
    const saleId = saleIdOf(fact)
    if (sale === entry.seq && saleId !== null) saleBegins(to, entry, saleId)
    projectOnSale(to, entry, sale, fact)
    return
  }
  switch (fact.kind) {
    case 'shopConfigured':
      shopConfigured(to, entry, fact)
      break
    case 'peopleChanged':
      peopleChanged(to, fact)
      break
    case 'catalogueLoaded':
      catalogueLoaded(to, entry, fact)
      break
    case 'shiftOpened':
      shiftOpened(to, entry, fact)
      break
    case 'shiftClosed':
      shiftClosed(to, entry, fact)
      break
    case 'cashMoved':
      cashMoved(to, entry, fact)
      break
    case 'drawerOpened':
      drawerOpened(to, entry, fact)
      break
    case 'receiptPrinted':
      receiptPrinted(to, entry, fact)
      break
    default:
      projectPaper(to, entry, fact)
  }
}

function projectPaper(to: Projections, entry: Entry, fact: Fact): void {
  switch (fact.kind) {
    case 'paperPrinted':
      paperPrinted(to, entry, fact)
      break
    case 'invoiceIssued':
      invoiceIssued(to, entry, fact)
      break
    case 'exportFormIssued':
      exportFormIssued(to, entry, fact)
      break
    case 'exportFormVoided':
      exportFormVoided(to, entry, fact)
      break
    case 'visitorForgotten':
      visitorForgotten(to, entry, fact)
      break
    case 'certificateIssued':
      certificateIssued(to, entry, fact)
      break
    case 'certificateVoided':
      certificateVoided(to, entry, fact)
      break
    case 'shopKeyMade':
      shopKeyMade(to, entry, fact)
      break
    default:
      projectSettlement(to, entry, fact)
  }
}

function projectOnSale(to: Projections, entry: Entry, sale: number, fact: Fact): void {
  switch (fact.kind) {
    case 'lineAdded':
    case 'quantityChanged':
    case 'priceAgreed':
    case 'lineRemoved':
      cartChanges(to, sale, fact)
      break
    case 'cashTaken':
    case 'otherTaken':
      moneyTaken(to, sale, fact)
      break
    case 'attemptStarted':
    case 'attemptApprovedUnconfirmed':
    case 'attemptUnknown':
    case 'attemptDeclined':
      errandMoves(to, sale, fact)
      attemptMoves(to, entry, sale, fact)
      break
    case 'attemptApproved':
      attemptMoves(to, entry, sale, fact)
      cardMoneyMoved(to, entry, fact)
      moneyTaken(to, sale, fact)
      break
    case 'saleCompleted':
    case 'refundCompleted':
      saleContinues(to, sale, fact)
      ticketMade(to, entry, sale, fact.ticket)
      break
    case 'onlineOrderSold':
      onlineOrderSold(to, entry, sale, fact)
      break
    default:
      saleContinues(to, sale, fact)
  }
}
