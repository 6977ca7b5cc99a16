/** A language as a platform says it, as BCP 47; `''`: it says none, or something that is none. */
export function languageTag(said: unknown): string {
  const tag = typeof said === 'string' ? said.replaceAll('_', '-') : ''
  return /^[A-Za-z]{2,3}(-[A-Za-z\d]{2,8}){0,3}$/.test(tag) ? tag : ''
}
