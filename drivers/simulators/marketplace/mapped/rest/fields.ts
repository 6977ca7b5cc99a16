import { invalid } from './souk-error.ts'

type Json = Readonly<Record<string, unknown>>

/** A request's body, of which every field has to be asked for: what nobody asked for is refused. */
export class Fields {
  readonly #json: Json
  readonly #asked = new Set<string>()

  constructor(json: unknown, name = 'the body') {
    if (typeof json !== 'object' || json === null || Array.isArray(json))
      throw invalid(name, 'must be an object')
    this.#json = json as Json
  }

  /** `undefined`: not said. */
  any(name: string): unknown {
    this.#asked.add(name)
    return this.#json[name]
  }

  text(name: string, longest: number): string {
    const value = this.any(name)
    if (typeof value !== 'string' || value.length > longest)
      throw invalid(name, `must be a text of at most ${longest} characters`)
    return value
  }

  optionalText(name: string, longest: number): string | undefined {
    return this.any(name) === undefined ? undefined : this.text(name, longest)
  }

  whole(name: string, least: number, most: number): number {
    const value = this.any(name)
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
      throw invalid(name, `must be a whole number from ${least} to ${most}`)
    return value as number
  }

  /** Decimal text with two decimals. @returns minor units */
  money(name: string): number {
    const text = this.text(name, 16)
    const [, whole, decimals] = /^(\d{1,10})\.(\d\d)$/.exec(text) ?? []
    if (whole === undefined || decimals === undefined) throw invalid(name, 'must be an amount like "450.00"')
    return Number(whole + decimals)
  }

  /** Texts by language. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.any(name) ?? {}
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw invalid(name, 'must be an object')
    for (const [language, text] of Object.entries(value))
      if (!/^(ar|fr|en)$/.test(language) || typeof text !== 'string')
        throw invalid(`${name}.${language}`, 'must be a text in ar, fr or en')
    return value as Readonly<Record<string, string>>
  }

  list(name: string, most: number): readonly unknown[] {
    const value = this.any(name)
    if (!Array.isArray(value) || value.length > most) throw invalid(name, `must be a list of at most ${most}`)
    return value
  }

  /** @throws SoukError for a field that nobody knows */
  end(): void {
    const odd = Object.keys(this.#json).find((name) => !this.#asked.has(name))
    if (odd !== undefined) throw invalid(odd, 'is no field')
  }
}
