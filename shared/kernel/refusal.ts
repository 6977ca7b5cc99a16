/**
 * Every way the till says no, by name. Screens and receipts find the words (what happened, what happened to the
 * money, what to do next) in `shared/i18n/refusals/`; nobody parses a message.
 */
export const refusalCodes = [
  // The day-script set, in the order they are checked: shift, sale, unresolved charge, money taken, then the rest.
  'noOpenShift',
  'shiftOpen',
  'noOpenSale',
  'saleOpen',
  'unresolvedCharge',
  'moneyTaken',
  'nothingToResolve',
  'nothingToAnswer',
  'nothingToPay',
  'exceedsDue',
  'cashCeiling',
  'belowFloor',
  'abovePosted',
  'alreadySold',
  'unknownItem',
  'unknownLine',
  'unknownTicket',
  'unknownPaper',
  'unknownParked',
  'overRefund',
  // Papers made out for a ticket.
  'givenBack',
  'invoiceStands',
  'exportFormNotOffered',
  'exportFormBelowThreshold',
  'exportFormTooLate',
  'exportFormStands',
  'unknownExportForm',
  'unknownVisitor',
  'notOnePiece',
  'certificateStands',
  // Input that cannot be meant.
  'badInput',
  'badAmount',
  'badQuantity',
  'badName',
  'inputTooLarge',
  // People.
  'locked',
  'wrongPin',
  'managerNeeded',
  // Devices.
  'attemptInProgress',
  'noTerminal',
  'terminalUnreachable',
  'terminalCannotRefund',
  'notVoidable',
  'notTestable',
  'slipMissing',
  'noMerchantQr',
  'noPrinter',
  'printerBusy',
  'printerTrouble',
  'readerTrouble',
  'deviceUnknown',
  'deviceCannot',
  'terminalSaidNo',
  // Settlement.
  'nothingToSettle',
  'settleElsewhere',
  'noAcquirer',
  'unknownAcquirer',
  'unknownBatch',
  'batchEnded',
  'batchNotDisputed',
  'batchOpen',
  'hostSaidNo',
  'hostUnreachable',
  'statementMalformed',
  'statementKnown',
  'unknownStatement',
  'lineMatched',
  'unknownMovement',
  'movementPaid',
  // The marketplace and the shop's other tills.
  'claimedOnline',
  'claimedAtTill',
  'noMarketplace',
  'marketplaceUnreachable',
  'marketplaceSaidNo',
  'otherCurrency',
  'unknownOrder',
  'orderEnded',
  'orderOpen',
  'orderUnpaid',
  'orderHasTask',
  'ordersOpen',
  // The books.
  'badCount',
  'nothingToClose',
  'periodNotOver',
  'periodClosed',
  'badRange',
  'rangeInFuture',
  'unknownClosing',
  'unknownColumn',
  'templateMalformed',
  'unknownOwner',
  'exceedsOwnerDue',
  'booksBusy',
  'backupDamaged',
  'backupOfAnotherTill',
  'backupOlder',
  'wrongPassphrase',
  'folderUnwritable',
  // The machine under us.
  'ledgerUnwritable',
  'clockWentBack',
  'notSetUp',
  'alreadySetUp',
  'catalogueMalformed',
  'forbidden',
  'internal',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** A command that changed nothing, and why. `params` fill the holes of the sentence (amounts in minor units). */
export interface Refusal {
  readonly code: RefusalCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** A refusal without `params` where there are no holes to fill. */
export const refuse = (code: RefusalCode, params?: Refusal['params']): Refusal =>
  params === undefined ? { code } : { code, params }
