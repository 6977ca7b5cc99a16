import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, Menu, MessageChannelMain, protocol, session } from 'electron'
import { openKeychain } from './platform/keychain.node.ts'
import { openLog } from './platform/log.ts'
import { defaultDataFolder, rendererFolder } from './platform/paths.ts'
import { runDesktop } from './shell/desktop/lifecycle.ts'
import { openTill } from './till.ts'

/** Desktop entry: bundled to `dist/app/main.mjs`, with the preload script beside it. */
const { values } = parseArgs({
  // Started from the sources, Electron's first argument is this file; packed, there is none.
  args: process.argv.slice(process.defaultApp ? 2 : 1),
  options: { data: { type: 'string' } },
  strict: false,
})
const data = typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder()
const log = openLog({ level: 'warn' })

void runDesktop(
  { app, BrowserWindow, dialog, Menu, MessageChannelMain, protocol, session },
  {
    data,
    openTill: async () => openTill({ folder: data, log, keychain: await openKeychain() }),
    log,
    rendererFolder,
    preload: join(import.meta.dirname, 'preload.cjs'),
    complain: (sentence) => process.stderr.write(`hanout: ${sentence}\n`),
  },
)
