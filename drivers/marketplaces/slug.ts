/** Lower case and dashes, for a page's address: the same sku gives the same, so that a piece made in part is found again. */
export const slugOf = (sku: string): string =>
  `piece-${sku
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
