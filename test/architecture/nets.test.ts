import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** The type, lint and unused-code nets, each shown catching a file kept wrong on purpose. */
function run(script: string, args: string[], cwd = '.'): string {
  const done = spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8' })
  expect(done.status, `${script} ${args.join(' ')} must fail`).not.toBe(0)
  return done.stdout + done.stderr
}

const tsc = 'node_modules/typescript/bin/tsc'

test.each([
  ['shared', 'borrows-process.ts', 'process'],
  ['shared', 'borrows-window.ts', 'window'],
  ['drivers', 'borrows-document.ts', 'document'],
  ['electron', 'borrows-window.ts', 'window'],
  ['renderer', 'borrows-process.ts', 'process'],
])('the room %s does not know what %s borrows', (room, file, name) => {
  const said = run(tsc, ['-p', `test/fixtures/nets/types/${room}`, '--pretty', 'false'])
  expect(said).toMatch(new RegExp(`${file}.*Cannot find name '${name}'`))
})

test.each([
  ['focused.ts', 'noFocusedTests'],
  ['anything.ts', 'noExplicitAny'],
  ['CamelFile.ts', 'useFilenamingConvention'],
])('lint names %s', (file, rule) => {
  const biome = '../../../../node_modules/@biomejs/biome/bin/biome'
  expect(run(biome, ['lint', file], 'test/fixtures/nets/lint')).toContain(rule)
})

test('unused files and exports are named', () => {
  const knip = '../../../../node_modules/knip/bin/knip.js'
  const said = run(knip, ['--no-progress'], 'test/fixtures/nets/unused')
  expect(said).toContain('orphan.ts')
  expect(said).toContain('forgotten')
})
