/**
 * What many printers share. Widths are in dots of 203 dpi unless said otherwise: 80 mm paper has 72 mm of them, 58 mm
 * paper 48 mm. Font A is 12 dots wide everywhere.
 */
export const mm80 = { paperMm: 80, widthDots: 576, columns: 48 } as const
/** 180 dpi: the same 72 mm are 512 dots. */
export const mm80at180 = { paperMm: 80, widthDots: 512, columns: 42 } as const
export const mm58 = { paperMm: 58, widthDots: 384, columns: 32 } as const

/** Page 858 by Epson's number, which nearly everybody took over. */
export const epsonPage = { name: 'cp858', number: 19 } as const
/** Windows Latin by Epson's number: for printers whose 858 is missing or disputed between the sources. */
export const windowsPage = { name: 'windows1252', number: 16 } as const
/** Page 858 as StarPRNT and Star Line Mode number it. */
export const starPage = { name: 'cp858', number: 4 } as const

/** Opens what is sold as a 24 V cash drawer; its other solenoid would be pin 5. */
export const drawer = { pin: 2, onMs: 100, offMs: 250 } as const
