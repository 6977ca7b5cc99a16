/** JSON of a text, or of bytes in strict UTF-8; `undefined`, which no JSON says: it is none. */
export function parsedJson(said: string | Uint8Array): unknown {
  try {
    return JSON.parse(
      typeof said === 'string' ? said : new TextDecoder('utf-8', { fatal: true }).decode(said),
    )
  } catch {
    return undefined
  }
}
