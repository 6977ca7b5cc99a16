/** Every area of this language, in one object. */
import { accounting } from './accounting.ts'
import { acquirers } from './acquirers.ts'
import { app } from './app.ts'
import { backups } from './backups.ts'
import { books } from './books.ts'
import { booksOwners } from './books-owners.ts'
import { booksReports } from './books-reports.ts'
import { byHand } from './by-hand.ts'
import { card } from './card.ts'
import { closings } from './closings.ts'
import { deviceCare } from './device-care.ts'
import { devices } from './devices.ts'
import { done } from './done.ts'
import { exports } from './exports.ts'
import { firstRun } from './first-run.ts'
import { forwards } from './forwards.ts'
import { marketplace } from './marketplace.ts'
import { marketplaceOrders } from './marketplace-orders.ts'
import { marketplaceSetup } from './marketplace-setup.ts'
import { marketplaceTasks } from './marketplace-tasks.ts'
import { marketplaceTroubles } from './marketplace-troubles.ts'
import { merchantQr } from './merchant-qr.ts'
import { papers } from './papers.ts'
import { pay } from './pay.ts'
import { reads } from './reads.ts'
import { sell } from './sell.ts'
import { settlements } from './settlements.ts'
import { shift } from './shift.ts'
import { statements } from './statements.ts'
import { tax } from './tax.ts'
import { terminalSetup } from './terminal-setup.ts'
import { tickets } from './tickets.ts'
import { unknown } from './unknown.ts'
import { unlock } from './unlock.ts'

export const en = {
  ...accounting,
  ...acquirers,
  ...app,
  ...backups,
  ...books,
  ...booksOwners,
  ...booksReports,
  ...byHand,
  ...card,
  ...closings,
  ...deviceCare,
  ...devices,
  ...done,
  ...exports,
  ...firstRun,
  ...forwards,
  ...marketplace,
  ...marketplaceOrders,
  ...marketplaceSetup,
  ...marketplaceTasks,
  ...marketplaceTroubles,
  ...merchantQr,
  ...papers,
  ...pay,
  ...reads,
  ...sell,
  ...settlements,
  ...shift,
  ...statements,
  ...tax,
  ...terminalSetup,
  ...tickets,
  ...unknown,
  ...unlock,
} as const
