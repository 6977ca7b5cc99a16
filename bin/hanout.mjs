#!/usr/bin/env node
// Plain JavaScript on purpose: this file runs on whatever Node the machine has, and hands over to the one Hanout is
// made for. Nothing here may load the till's own files before that: they would crash an older Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const needed = 24
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const major = Number(process.versions.node.split('.')[0])
if (major === needed) {
  keepCompiled()
  const sources = join(root, 'electron', 'cli', 'hanout.ts')
  const bundle = join(root, 'dist', 'app', 'hanout.mjs')
  await import(pathToFileURL(existsSync(sources) ? sources : bundle).href)
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A terminal sends Ctrl-C to both of us: the till decides when to end, and we end with it.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`hanout: the Node that Hanout brings along could not be started (${error.message}).`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1
    else {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    }
  })
} else {
  console.error(`hanout: this needs Node ${needed}, which \`npm ci\` brings along: run it in ${root} first.`)
  process.exitCode = 1
}

/**
 * Taking the types out of some hundred sources is half of a start: what the first start made, the next ones find.
 * Kept by content and by version of Node, beside the packages, so that `npm ci` begins anew. Where that folder
 * cannot be written nothing is kept, and nothing is said.
 */
function keepCompiled() {
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'hanout'))
  // Node writes it when it ends well; a till is often switched off instead.
  setTimeout(() => module.flushCompileCache(), 3000).unref()
}
