/**
 * Upper bounds of the widths of a label printer's scalable font 0, in thousandths of its height: Helvetica Bold (Adobe
 * Core 14 metrics), of which font 0 (CG Triumvirate Bold Condensed) is the narrow cut, or the narrowed Noto Sans Bold
 * that pictures show in its place, whichever is wider. What fits by this table fits on the label; letters with accents
 * are as wide as without.
 */
export const fontZeroWidths: readonly (readonly [thousandths: number, characters: string])[] = [
  [278, ' ,.ijlìíîï·'],
  [320, 'IÌÍÎÏ'],
  [335, "!()-:;[]`'f´¸²³¹¡"],
  [340, '/\\'],
  [352, 't'],
  [389, 'r{}'],
  [410, '°ºª¯'],
  [450, '*|¦'],
  [480, '"¨'],
  [500, 'z'],
  [556, '#$0123456789_aceksvxy«»¢£¤¥§¶J'],
  [584, '+<=>^~¬±×÷'],
  [611, '?FLTZbdghnopqußøµðþ¿'],
  [667, 'EPSVXYÞ'],
  [722, '&ABCDHKNRUÐ'],
  [737, '©®'],
  [778, 'GOQwØ'],
  [834, 'M¼½¾'],
  [889, '%mæ'],
  [944, 'W'],
  [975, '@'],
  [1000, 'Æ'],
]
