/** Units of weight and length in powers of ten of the till's own: grams and millimetres. */
export const weightPlaces = { g: 0, kg: 3 } as const
export const lengthPlaces = { mm: 0, cm: 1, m: 3 } as const

/** 2450 by 3 places is `2.450`. */
export function shifted(whole: number, places: number): string {
  const digits = String(whole).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The other way; `null`: not a whole number of our unit, or nothing. */
export function unshifted(text: string, places: number): number | null {
  const [, whole = '', decimals = ''] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text) ?? []
  if (whole === '' || /[1-9]/.test(decimals.slice(places))) return null
  return Number(whole + decimals.slice(0, places).padEnd(places, '0'))
}
