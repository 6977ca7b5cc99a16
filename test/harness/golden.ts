import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { expect } from 'vitest'

export interface GoldenOptions {
  /** Pixels that may differ: 0 for paper (bit-identical by construction), a few for screens. */
  readonly tolerance: number
}

/**
 * Compares a picture with the one a person has looked at and kept. `UPDATE_GOLDENS=1` writes it instead: look at it
 * before committing. On a difference the picture and a map of the differing pixels are left in test/e2e/actual/.
 * @param path of the kept PNG
 */
export function expectGolden(png: Uint8Array, path: string, options: GoldenOptions): void {
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, png)
    return
  }
  expect(existsSync(path), `${path} is missing: run with UPDATE_GOLDENS=1 and look at it`).toBe(true)
  const file = readFileSync(path)
  // Most are the same to the byte, and unpacking two pictures to find that out costs half a second.
  if (file.equals(png)) return
  const kept = PNG.sync.read(file)
  const actual = PNG.sync.read(Buffer.from(png))
  const sameSize = kept.width === actual.width && kept.height === actual.height
  const map = new PNG({ width: kept.width, height: kept.height })
  const differing = sameSize
    ? pixelmatch(kept.data, actual.data, map.data, kept.width, kept.height, { threshold: 0.1 })
    : Number.POSITIVE_INFINITY
  if (differing > options.tolerance) {
    const left = join('test/e2e/actual', path.replaceAll('/', '_'))
    mkdirSync(dirname(left), { recursive: true })
    writeFileSync(left, png)
    if (sameSize) writeFileSync(left.replace(/\.png$/, '.diff.png'), PNG.sync.write(map))
  }
  expect(differing, `${path}: pixels that differ`).toBeLessThanOrEqual(options.tolerance)
}
