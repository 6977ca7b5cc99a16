/** A statement as it was chosen: its name and its bytes. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type FileFault = 'tooLarge' | 'empty' | 'unread'

/** What fits through the till’s door as base64, bytes. */
const largest = 700_000

export async function readChosen(file: File): Promise<ChosenFile | FileFault> {
  if (file.size > largest) return 'tooLarge'
  if (file.size === 0) return 'empty'
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    // Gone since it was chosen, or on a stick that was pulled.
    return 'unread'
  }
}

/** Bytes as the line to the till carries them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
