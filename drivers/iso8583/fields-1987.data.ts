import type { FieldRow } from './dialect.ts'

const n = (length: number): FieldRow => ({ class: 'n', length, prefix: 0 })
const nLL = (length: number): FieldRow => ({ class: 'n', length, prefix: 2 })
const an = (length: number): FieldRow => ({ class: 'an', length, prefix: 0 })
const anLL = (length: number): FieldRow => ({ class: 'an', length, prefix: 2 })
const ans = (length: number): FieldRow => ({ class: 'ans', length, prefix: 0 })
const ansLL = (length: number): FieldRow => ({ class: 'ans', length, prefix: 2 })
const ansLLL = (length: number): FieldRow => ({ class: 'ans', length, prefix: 3 })
/** @param digits behind the C or D */
const signed = (digits: number): FieldRow => ({ class: 'x+n', length: 1 + digits, prefix: 0 })
/** @param count bytes: b 64 of the standard is 8 of them */
const bytes = (count: number): FieldRow => ({ class: 'b', length: count, prefix: 0 })

/**
 * The data elements of ISO 8583:1987, by number (table 3 there). 1 and 65 are no fields: they say that a further bitmap
 * follows. Amounts of totals (86–89) have sixteen digits, and net settlement (97) a letter before its sixteen.
 */
export const fields1987: Readonly<Record<number, FieldRow>> = {
  /** Primary account number. */
  2: nLL(19),
  /** Processing code: type, account from, account to. */
  3: n(6),
  /** Amount, transaction; minor units. */
  4: n(12),
  /** Amount, settlement. */
  5: n(12),
  /** Amount, cardholder billing. */
  6: n(12),
  /** Transmission date and time, MMDDhhmmss. */
  7: n(10),
  /** Amount, cardholder billing fee. */
  8: n(8),
  /** Conversion rate, settlement. */
  9: n(8),
  /** Conversion rate, cardholder billing. */
  10: n(8),
  /** Systems trace audit number (STAN). */
  11: n(6),
  /** Time, local: hhmmss. */
  12: n(6),
  /** Date, local: MMDD. */
  13: n(4),
  /** Date, expiration: YYMM. */
  14: n(4),
  /** Date, settlement: MMDD. */
  15: n(4),
  /** Date, conversion. */
  16: n(4),
  /** Date, capture. */
  17: n(4),
  /** Merchant's type. */
  18: n(4),
  /** Acquiring institution's country. */
  19: n(3),
  /** PAN extended, country. */
  20: n(3),
  /** Forwarding institution's country. */
  21: n(3),
  /** Point of service entry mode. */
  22: n(3),
  /** Card sequence number. */
  23: n(3),
  /** Network international identifier (NII). */
  24: n(3),
  /** Point of service condition code. */
  25: n(2),
  /** Point of service PIN capture code. */
  26: n(2),
  /** Authorising identification response length. */
  27: n(1),
  /** Amount, transaction fee. */
  28: signed(8),
  /** Amount, settlement fee. */
  29: signed(8),
  /** Amount, transaction processing fee. */
  30: signed(8),
  /** Amount, settlement processing fee. */
  31: signed(8),
  /** Acquiring institution. */
  32: nLL(11),
  /** Forwarding institution. */
  33: nLL(11),
  /** Primary account number, extended: with a sign before it where it is no PAN of digits. */
  34: ansLL(28),
  /** Track 2. */
  35: { class: 'z', length: 37, prefix: 2 },
  /** Track 3. */
  36: { class: 'z', length: 104, prefix: 3 },
  /** Retrieval reference number. */
  37: an(12),
  /** Authorisation identification response. */
  38: an(6),
  /** Response code. */
  39: an(2),
  /** Service restriction code. */
  40: an(3),
  /** Card acceptor terminal. */
  41: ans(8),
  /** Card acceptor. */
  42: ans(15),
  /** Card acceptor name and location. */
  43: ans(40),
  /** Additional response data. */
  44: anLL(25),
  /** Track 1. */
  45: ansLL(76),
  /** Additional data, ISO. */
  46: ansLLL(999),
  /** Additional data, national. */
  47: ansLLL(999),
  /** Additional data, private. */
  48: ansLLL(999),
  /** Currency, transaction: its letters or its number. */
  49: an(3),
  /** Currency, settlement. */
  50: an(3),
  /** Currency, cardholder billing. */
  51: an(3),
  /** PIN block. */
  52: bytes(8),
  /** Security related control information. */
  53: n(16),
  /** Additional amounts, groups of twenty. */
  54: { class: 'an', length: 120, prefix: 3 },
  /** Reserved ISO; where cards have chips, their data. */
  55: ansLLL(999),
  /** Reserved ISO. */
  56: ansLLL(999),
  /** Reserved national. */
  57: ansLLL(999),
  58: ansLLL(999),
  59: ansLLL(999),
  /** Reserved private; at terminals the batch's number. */
  60: ansLLL(999),
  61: ansLLL(999),
  /** At terminals the invoice's number. */
  62: ansLLL(999),
  /** At terminals the totals. */
  63: ansLLL(999),
  /** Message authentication code, without a second bitmap. */
  64: bytes(8),
  /** Settlement code. */
  66: n(1),
  /** Extended payment code. */
  67: n(2),
  /** Receiving institution's country. */
  68: n(3),
  /** Settlement institution's country. */
  69: n(3),
  /** Network management information code. */
  70: n(3),
  /** Message number. */
  71: n(4),
  /** Message number, last. */
  72: n(4),
  /** Date, action: YYMMDD. */
  73: n(6),
  /** Credits, number. */
  74: n(10),
  /** Credits, reversal number. */
  75: n(10),
  /** Debits, number. */
  76: n(10),
  /** Debits, reversal number. */
  77: n(10),
  /** Transfer, number. */
  78: n(10),
  /** Transfer, reversal number. */
  79: n(10),
  /** Inquiries, number. */
  80: n(10),
  /** Authorisations, number. */
  81: n(10),
  /** Credits, processing fee amount. */
  82: n(12),
  /** Credits, transaction fee amount. */
  83: n(12),
  /** Debits, processing fee amount. */
  84: n(12),
  /** Debits, transaction fee amount. */
  85: n(12),
  /** Credits, amount. */
  86: n(16),
  /** Credits, reversal amount. */
  87: n(16),
  /** Debits, amount. */
  88: n(16),
  /** Debits, reversal amount. */
  89: n(16),
  /** Original data elements: type 4, STAN 6, date and time 10, acquirer 11, forwarder 11. */
  90: n(42),
  /** File update code. */
  91: an(1),
  /** File security code. */
  92: an(2),
  /** Response indicator. */
  93: an(5),
  /** Service indicator. */
  94: an(7),
  /** Replacement amounts. */
  95: an(42),
  /** Message security code. */
  96: bytes(8),
  /** Amount, net settlement. */
  97: signed(16),
  /** Payee. */
  98: ans(25),
  /** Settlement institution. */
  99: nLL(11),
  /** Receiving institution. */
  100: nLL(11),
  /** File name. */
  101: ansLL(17),
  /** Account identification 1. */
  102: ansLL(28),
  /** Account identification 2. */
  103: ansLL(28),
  /** Transaction description. */
  104: ansLLL(100),
  /** Reserved ISO. */
  105: ansLLL(999),
  106: ansLLL(999),
  107: ansLLL(999),
  108: ansLLL(999),
  109: ansLLL(999),
  110: ansLLL(999),
  111: ansLLL(999),
  /** Reserved national. */
  112: ansLLL(999),
  113: ansLLL(999),
  114: ansLLL(999),
  115: ansLLL(999),
  116: ansLLL(999),
  117: ansLLL(999),
  118: ansLLL(999),
  119: ansLLL(999),
  /** Reserved private. */
  120: ansLLL(999),
  121: ansLLL(999),
  122: ansLLL(999),
  123: ansLLL(999),
  124: ansLLL(999),
  125: ansLLL(999),
  126: ansLLL(999),
  127: ansLLL(999),
  /** Message authentication code, with a second bitmap. */
  128: bytes(8),
}
