const french = new Intl.DisplayNames('fr', { type: 'region', fallback: 'code' })

/**
 * `France (FR)`: a country as its form names it. The code is what counts; the name is for the eye of whoever reads it
 * and comes from the system's own table.
 * @param code ISO 3166-1 alpha-2; anything else is given back as it is
 */
export function regionName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  const name = french.of(code)
  return name === undefined || name === code ? code : `${name} (${code})`
}
