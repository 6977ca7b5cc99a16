import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { layerCases } from './layer-cases.data.ts'

/** Runs the project's own rules over a folder and lists `rule → files that broke it`. */
async function broken(baseDir: string, rooms: string[]): Promise<Map<string, string[]>> {
  const { output } = await cruise(rooms, {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
    outputType: 'json',
  })
  const found = new Map<string, string[]>()
  const result = JSON.parse(String(output))
  for (const violation of result.summary.violations) {
    const files = found.get(violation.rule.name) ?? []
    files.push(violation.from)
    found.set(violation.rule.name, files)
  }
  return found
}

/** The fixture house with our packages beside it, so that package rules see what they would see at home. */
function fixtureHouse(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-nets-'))
  cpSync('test/fixtures/nets/layers', folder, { recursive: true })
  const { imports, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', imports, dependencies, devDependencies }),
  )
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

test('every layer rule has a deliberately bad import it catches', async () => {
  const folder = fixtureHouse()
  const found = await broken(folder, ['shared', 'drivers', 'electron', 'renderer']).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  )
  const rules = config.forbidden.map((rule) => rule.name ?? '')
  expect(Object.keys(layerCases).sort()).toEqual([...rules].sort())
  for (const [rule, files] of Object.entries(layerCases)) {
    for (const file of files) expect(found.get(rule) ?? [], `rule ${rule} must name ${file}`).toContain(file)
  }
})
