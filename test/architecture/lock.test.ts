import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>
}

/** Optional packages a package names and the lock has not: `npm ci` refuses such a lock on every machine. */
function unlocked(packages: Readonly<Record<string, Entry>>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
    ),
  )
}

test('npm ci will accept the lock: each platform’s package of each native part is in it', () => {
  expect(unlocked(lock.packages)).toEqual([])
  expect(unlocked({ 'node_modules/a': { optionalDependencies: { b: '1.0.0' } } })).toEqual(['b'])
})

test('the lock names no host: it installs from whichever registry a machine uses', () => {
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([])
})

test('every version is exact', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const versions = Object.entries({ ...dependencies, ...devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/.test(version))).toEqual([])
})
