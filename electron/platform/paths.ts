import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where Hanout itself lives: two folders above this file in the sources, and above `dist/app` once packed. */
export const appRoot = resolve(import.meta.dirname, '..', '..')

/** The built screens. */
export const rendererFolder = join(appRoot, 'dist', 'renderer')

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/**
 * Where a till keeps its ledger when nobody says otherwise, by each system's own custom. On Windows the folder that
 * does not roam: a ledger must not be synchronised behind our back.
 */
export function defaultDataFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Hanout')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Hanout')
  const xdg = env.XDG_DATA_HOME
  // The XDG base directory specification: a path that is not absolute must be ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'hanout')
}
