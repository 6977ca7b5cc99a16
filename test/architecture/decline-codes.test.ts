import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appRoot } from '#electron/platform/paths.ts'
import { declineCodes } from '#shared/i18n/refusals/decline-words.data.ts'

test('each TILL-… code that any room writes has words', () => {
  const files = globSync('{shared,drivers,electron}/**/*.ts', { cwd: appRoot }).filter(
    (path) => !path.endsWith('.test.ts') && !path.includes('decline-words'),
  )
  const written = new Set(
    files.flatMap((path) => readFileSync(join(appRoot, path), 'utf8').match(/TILL-[A-Z][A-Z-]*[A-Z]/g) ?? []),
  )
  expect(written.size).toBeGreaterThan(5)
  expect([...written].filter((code) => !(declineCodes as readonly string[]).includes(code))).toEqual([])
})
