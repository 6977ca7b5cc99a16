import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runDesktopShell } from '#electron/cli/desktop-shell.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-electron-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Something that is started as Electron would be. */
async function runtime(script: string): Promise<string> {
  const program = join(folder, 'electron')
  await writeFile(program, `#!/bin/sh\n${script}\n`)
  await chmod(program, 0o755)
  return program
}
const run = async (script: string) => runDesktopShell(await runtime(script), '/data', () => undefined)

test('the desktop shell is the bundled program with its preload script, on the folder that was asked for', async () => {
  const heard = join(folder, 'heard')
  expect(await run(`printf '%s\\n' "$@" > ${heard}; test -f "$(dirname "$1")/preload.cjs"`)).toBe(true)
  const [program, ...rest] = (await readFile(heard, 'utf8')).trim().split('\n')
  expect(program).toMatch(/dist.app.main\.mjs$/)
  expect(rest).toEqual(['--data', '/data'])
})

test('a runtime that cannot show a window leaves the place to the browser shell', async () => {
  expect(await run('echo "libgtk-3.so.0: cannot open shared object file" >&2; exit 127')).toBe(false)
  expect(await runDesktopShell(join(folder, 'none'), '/data', () => undefined)).toBe(false)
})

test('a till that refused to open says why: another shell would be refused too', async () => {
  const sentence = 'another till runs on /data.'
  await expect(run(`echo "hanout: ${sentence}" >&2; exit 1`)).rejects.toThrow(sentence)
})
