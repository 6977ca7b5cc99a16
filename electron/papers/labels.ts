import { labelOf } from '#shared/receipt/label-of.ts'
import { type Lay, settingsOf } from './paper-world.ts'

/** At the prices of now. One item that is not in the catalogue any more and there is no such paper. */
export const layLabels: Lay<'labels'> = async ({ labels, size }, source) => {
  const settings = settingsOf(source)
  const counted = labels.map(({ sku, count }) => {
    const item = source.ledger.findItem(sku)
    return item === null ? null : { label: labelOf(item, settings, size), count }
  })
  return counted.includes(null)
    ? null
    : {
        kind: 'labels',
        labels: counted.filter((each) => each !== null),
        size,
        language: settings.receiptLanguage,
      }
}
