/** What lies on the counter. */
export type SimulatedCard =
  | {
      readonly kind: 'payment'
      readonly pan: string
      /** Surname/given name, as embossed. */
      readonly holder: string
      /** YYMM */
      readonly expiry: string
    }
  /** One of the shop's own: text of the tracks, sentinels aside. */
  | { readonly kind: 'house'; readonly track1?: string; readonly track2?: string }
  /** A stripe with nothing on it. */
  | { readonly kind: 'blank' }

/** The test card of every simulator. */
export const testCard: SimulatedCard = {
  kind: 'payment',
  pan: '5167940000003315',
  holder: 'ALAMI/SALMA',
  expiry: '2812',
}
export const loyaltyCard: SimulatedCard = { kind: 'house', track1: 'ATELIER-0042', track2: '7700012345' }

/** The two tracks as they stand on the stripe (ISO/IEC 7813), check character last; `null`: not there. */
export interface Tracks {
  readonly clear: readonly [string | null, string | null]
  /** As a reader shows them: first six and last four, everything behind the name hidden. */
  readonly masked: readonly [string | null, string | null]
}

/** What a swipe of the card passes under the head. */
export function tracksOf(card: SimulatedCard): Tracks {
  if (card.kind === 'blank') return { clear: [null, null], masked: [null, null] }
  if (card.kind === 'house') {
    const first = card.track1 === undefined ? null : checked(`%${card.track1}?`)
    const second = card.track2 === undefined ? null : checked(`;${card.track2}?`)
    return { clear: [first, second], masked: [first, second] }
  }
  const { pan, holder, expiry } = card
  const hidden = pan.slice(0, 6) + '*'.repeat(Math.max(0, pan.length - 10)) + pan.slice(-4)
  const discretionary = '2010000000000123'
  return {
    clear: [
      checked(`%B${pan}^${holder}^${expiry}${discretionary}?`),
      checked(`;${pan}=${expiry}${discretionary}?`),
    ],
    masked: [
      `%*${hidden}^${holder}^${'*'.repeat(expiry.length + discretionary.length)}?*`,
      `;${hidden}=${'*'.repeat(expiry.length + discretionary.length)}?*`,
    ],
  }
}

/** The longitudinal check character; readers hand it on, so its place counts. */
function checked(track: string): string {
  let lrc = 0
  for (const char of track) lrc ^= char.charCodeAt(0) & 0x3f
  return track + String.fromCharCode(0x20 + (lrc & 0x3f))
}
