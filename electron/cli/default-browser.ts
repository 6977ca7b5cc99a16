import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Surroundings } from '#electron/platform/paths.ts'

export type DesktopSurroundings = Pick<Surroundings, 'platform' | 'env'>

/** Whether a window could be shown to anyone here. */
export const hasDisplay = ({ platform, env }: DesktopSurroundings): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)

/** The command that opens an address in this machine's default browser; `null` where nobody would see it. */
export function browserCommand(
  address: string,
  around: DesktopSurroundings,
  isInstalled: (program: string) => boolean,
): readonly [string, ...string[]] | null {
  if (around.env.CI || around.env.SSH_CONNECTION || !hasDisplay(around)) return null
  if (around.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  if (around.platform === 'darwin') return ['open', address]
  return isInstalled('xdg-open') ? ['xdg-open', address] : null
}

/** Whether a program is on the PATH. */
function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Opens the address where there is a browser to open; a browser that will not start is not our trouble. */
export function openInBrowser(address: string): void {
  const command = browserCommand(address, process, isOnPath)
  if (command === null) return
  const [program, ...parameters] = command
  const child = spawn(program, parameters, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
