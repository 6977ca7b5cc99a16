/** The terminal's own reading and writing of TAG(2) LEN(3) VALUE, apart from the driver's on purpose. */
export type Fields = Readonly<Record<string, string>>

/** What may stand in a request, and what of it must. */
const shapes: Readonly<Record<string, RegExp>> = {
  CZ: /^03\d\d$/,
  CJ: /^.{12}$/,
  CA: /^\d\d$/,
  CE: /^\d{3}$/,
  BA: /^[01]$/,
  CD: /^\d$/,
  CB: /^\d{2,12}$/,
  BF: /^[01]$/,
  CC: /^[0-9A-Z]{3}$/,
}
const needed = ['CZ', 'CJ', 'CA', 'CE', 'CD', 'CB']

export type Heard =
  | { readonly kind: 'request'; readonly fields: Fields }
  /** It begins like a request, and is none. */
  | { readonly kind: 'malformed'; readonly fields: Fields }
  | { readonly kind: 'nonsense' }

/** Tag of two letters, length of three digits, value. */
export const write = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${name}${`00${value.length}`.slice(-3)}${value}`).join('')

/** Whether the text ends where a field ends. */
export function isWhole(text: string): boolean {
  let rest = text
  while (rest !== '') {
    const length = /^[A-Z]{2}(\d{3})/.exec(rest)?.[1]
    if (length === undefined || rest.length < 5 + Number(length)) return false
    rest = rest.slice(5 + Number(length))
  }
  return true
}

/** What a client said until it was silent. */
export function read(text: string): Heard {
  if (!text.startsWith('CZ')) return { kind: 'nonsense' }
  const fields: Record<string, string> = {}
  for (let rest = text; rest !== ''; ) {
    const [, name = '', length = ''] = /^([A-Z]{2})(\d{3})/.exec(rest) ?? []
    const value = rest.slice(5, 5 + Number(length))
    if (name === '' || value.length < Number(length) || fields[name] !== undefined) {
      return { kind: 'malformed', fields }
    }
    fields[name] = value
    rest = rest.slice(5 + value.length)
  }
  const right =
    needed.every((name) => fields[name] !== undefined) &&
    Object.entries(fields).every(([name, value]) => shapes[name]?.test(value) ?? true)
  return { kind: right ? 'request' : 'malformed', fields }
}
