import type { ClosingRow } from '#electron/ledger/books-handles.ts'
import type { TillId } from '#shared/kernel/ids.ts'
import type { ShopIdentity } from '#shared/kernel/shop.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { tillCode } from '#shared/receipt/code.ts'
import type { CountryCode } from '#shared/tax/regime.ts'
import type { RowDesk } from './row-desk.ts'
import { moment } from './table-files.ts'
import { writeChain } from './ticket-rows.ts'
import { vatKeyMeans } from './vat-keys.ts'

/** ISO 3166-1 alpha-3, as the taxonomy wants countries. */
const countries: Readonly<Record<CountryCode, string>> = { MA: 'MAR', FR: 'FRA' }

export interface ClosedShift {
  readonly businessDay: BusinessDay
  /** BON_ID of its first and last transaction; '' where there was none. */
  readonly first: string
  readonly last: string
  /** `null`: closed before there were closings. */
  readonly row: ClosingRow | null
  readonly tillId: TillId
  readonly shop: ShopIdentity
  readonly country: CountryCode
  /** Of the program. */
  readonly version: string
  /** Those whose pieces were sold in their own name, by AGENTUR_ID. */
  readonly agencies: ReadonlyMap<number, string>
}

/** What is said once a closing: its sums, and the shop, the till, rates and owners as they were. */
export function writeClosing(desk: RowDesk, closed: ClosedShift): void {
  const { files, head, sums, currency } = desk
  const { shop, country } = closed
  const place = { NAME: shop.name, STRASSE: shop.address, PLZ: '', ORT: shop.city, LAND: countries[country] }
  files.add('closings', head, {
    Z_BUCHUNGSTAG: closed.businessDay,
    TAXONOMIE_VERSION: '2.1',
    Z_START_ID: closed.first,
    Z_ENDE_ID: closed.last,
    ...place,
    STNR: shop.taxId,
    USTID: shop.ice,
    Z_SE_ZAHLUNGEN: sums.paid(),
    Z_SE_BARZAHLUNGEN: sums.cash(),
  })
  files.add('locations', head, {
    LOC_NAME: shop.name,
    LOC_STRASSE: shop.address,
    LOC_ORT: shop.city,
    LOC_LAND: countries[country],
    LOC_USTID: shop.ice,
  })
  files.add('registers', head, {
    KASSE_BRAND: 'Hanout',
    KASSE_MODELL: `Hanout ${tillCode(closed.tillId)}`,
    KASSE_SERIENNR: closed.tillId,
    KASSE_SW_BRAND: 'Hanout',
    KASSE_SW_VERSION: closed.version,
    KASSE_BASISWAEH_CODE: currency,
    KEINE_UST_ZUORDNUNG: false,
  })
  writeSums(desk)
  for (const [id, name] of closed.agencies)
    files.add('agencies', head, { AGENTUR_ID: id, AGENTUR_NAME: name })
  writeSignature(desk, closed.row)
}

function writeSums({ files, head, sums, currency }: RowDesk): void {
  for (const { type, name, agency, key, gross, net, vat } of sums.cases.values())
    files.add('businessCases', head, {
      GV_TYP: type,
      GV_NAME: name,
      AGENTUR_ID: agency,
      UST_SCHLUESSEL: key,
      Z_UMS_BRUTTO: gross,
      Z_UMS_NETTO: net,
      Z_UST: vat,
    })
  for (const { type, name, amount } of sums.payments.values())
    files.add('payments', head, { ZAHLART_TYP: type, ZAHLART_NAME: name, Z_ZAHLART_BETRAG: amount })
  files.add('cashPerCurrency', head, { ZAHLART_WAEH: currency, ZAHLART_BETRAG_WAEH: sums.cash() })
  for (const key of [...sums.keys].toSorted((a, b) => a - b)) {
    const { rate, text } = vatKeyMeans(key)
    files.add('vat', head, { UST_SCHLUESSEL: key, UST_SATZ: rate, UST_BESCHR: text })
  }
}

/**
 * There is no TSE: the chain of the journal stands in its place. Each transaction has its entry's hash, the Z its signature,
 * which covers the hash of the shift's last entry.
 */
function writeSignature(desk: RowDesk, row: ClosingRow | null): void {
  const { files, head } = desk
  files.add('tse', head, {
    TSE_ID: 1,
    TSE_SERIAL: row?.closing.head ?? '',
    TSE_SIG_ALGO: 'sha256-chain+ed25519',
    TSE_ZEITFORMAT: 'YYYY-MM-DDThh:mm:ss',
    TSE_PD_ENCODING: 'UTF-8',
    TSE_PUBLIC_KEY: row?.signed?.publicKey ?? '',
  })
  if (row === null) return
  const { seq, closing, signed } = row
  const transaction = String(seq)
  files.add('transactions', head, {
    BON_ID: transaction,
    BON_TYP: 'AVSonstige',
    BON_NAME: `Kassenabschluss Z ${closing.number}`,
    TERMINAL_ID: head.till,
    BON_STORNO: false,
    BON_START: moment(closing.closedAt),
    BON_ENDE: moment(closing.closedAt),
    BEDIENER_ID: closing.by,
    BEDIENER_NAME: closing.by,
    UMS_BRUTTO: 0,
  })
  writeChain(desk, transaction, {
    openedAt: closing.closedAt,
    at: closing.closedAt,
    seq,
    hash: signed?.signature ?? '',
    what: 'Kassenabschluss',
    said: `Z ${closing.number}: ${closing.head}`,
  })
}
