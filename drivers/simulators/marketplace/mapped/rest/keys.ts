import { SoukError } from './souk-error.ts'

export const permissions = ['catalogue', 'stock', 'orders'] as const
export type Permission = (typeof permissions)[number]

/** Who may come in. */
export interface Keys {
  readonly key: string
  readonly permissions: readonly Permission[]
  /** Withdrawn by the owner. */
  revoked: boolean
}

/** @returns what the key may do; @throws SoukError */
export function letIn(keys: Keys, headers: Readonly<Record<string, string>>): readonly Permission[] {
  const said = headers.authorization ?? ''
  if (said === '') throw new SoukError(401, 'no_key', 'Say Authorization: Bearer and your key.')
  if (keys.revoked || said !== `Bearer ${keys.key}`)
    throw new SoukError(401, 'unknown_key', 'This key is unknown or withdrawn.')
  return keys.permissions
}
