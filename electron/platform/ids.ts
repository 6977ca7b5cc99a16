import { randomBytes } from 'node:crypto'

/** Chance, injected. */
export interface Ids {
  /** A fresh id: never repeats, never guessed, 22 URL-safe characters (128 random bits). */
  next(): string
}

export const randomIds: Ids = {
  next: () => randomBytes(16).toString('base64url'),
}
