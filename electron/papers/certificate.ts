import type { CertificateRow } from '#electron/ledger/paper-handles.ts'
import { type ShopKey, shopNameHash } from '#electron/platform/shop-key.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { certificateDocument } from '#shared/receipt/certificate.ts'
import { type CertificateCode, signedText } from '#shared/receipt/signed-code.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

/**
 * With the photograph of the piece, if there is one. Without the shop's key there is none: a certificate that nobody can
 * check is worth nothing. In practice it is laid out with a signature of nothing, and says that it is practice.
 */
export const layCertificate: Lay<'certificate'> = async (paper, source, world) => {
  const { ledger, copy, training } = source
  const row = ledger.findCertificate(paper.certificate)
  const ticket = row && ledger.findTicket(row.ticketNumber)?.ticket
  if (row === null || row.voided || !ticket) return null
  const key = training ? practiceKey : world.key()
  if (key === null) return null
  const settings = settingsOf(source)
  const code = certificateCode(row, ticket, settings.shop.name)
  const { number, at, ticketNumber, name, piece } = row
  return laid(
    certificateDocument({
      number,
      at,
      ticketNumber,
      soldOn: ticket.businessDay,
      sku: row.sku as Sku,
      name,
      piece,
      picture: await world.photograph(row.sku as Sku),
      settings,
      language: ticket.language,
      signedCode: signedText(code, key),
      publicKey: key.publicKey,
      copy,
      training,
    }),
  )
}

/** As long as a key and a signature, and of no text by any key. The shop's own is not even made while somebody practises. */
const practiceKey: ShopKey = { publicKey: 'A'.repeat(43), sign: () => 'A'.repeat(86) }

function certificateCode(
  { number, sku, name, piece }: CertificateRow,
  ticket: Ticket,
  shop: string,
): CertificateCode {
  const { maker, village, dimensions, stamps } = piece
  return {
    kind: 'certificate',
    number,
    ticket: ticket.number,
    day: ticket.businessDay,
    shop: shopNameHash(shop),
    // One language, whatever the paper's: the signature of a certificate is the same in all of them.
    name: name.fr ?? name.en ?? name.ar ?? sku,
    maker,
    village,
    dimensions,
    stamps,
  }
}
