/** A character of font A: every thermal printer we know has it twelve dots wide and twenty-four tall. */
export const cellDots = { width: 12, height: 24 } as const
