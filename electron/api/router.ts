import { accountingProcedures } from './accounting.ts'
import { backupProcedures } from './backups.ts'
import { catalogueProcedures } from './catalogue.ts'
import { closingProcedures } from './closings.ts'
import { counterProcedures } from './counter.ts'
import { deviceProcedures, paperProcedures } from './devices.ts'
import { door } from './door.ts'
import { exportProcedures } from './exports.ts'
import { houseProcedures } from './house.ts'
import { marketplaceProcedures } from './marketplace.ts'
import { ownerProcedures } from './owners.ts'
import { papersProcedures } from './papers.ts'
import { reportProcedures } from './reports.ts'
import { settlementProcedures } from './settlements.ts'
import { shiftProcedures } from './shift.ts'
import { ticketProcedures } from './tickets.ts'

/** The whole contract, implemented; both shells serve exactly this. */
export const router = door.router({
  house: houseProcedures,
  counter: counterProcedures,
  catalogue: catalogueProcedures,
  tickets: ticketProcedures,
  shift: shiftProcedures,
  devices: deviceProcedures,
  papers: papersProcedures,
  backups: backupProcedures,
  settlements: settlementProcedures,
  marketplace: marketplaceProcedures,
  reports: reportProcedures,
  closings: closingProcedures,
  owners: ownerProcedures,
  exports: exportProcedures,
  accounting: accountingProcedures,
  paper: paperProcedures,
})
