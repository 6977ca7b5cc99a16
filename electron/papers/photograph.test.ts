import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { findPhotograph } from './photograph.node.ts'

const sku = (text: string): Sku => text as Sku

function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = testFolder()
  mkdirSync(join(folder, 'photos'))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  return folder
}

/** Left half black, right half transparent. */
function drawn(widthPx: number, heightPx: number) {
  const canvas = createCanvas(widthPx, heightPx)
  canvas.getContext('2d').fillRect(0, 0, widthPx / 2, heightPx)
  return canvas
}

test.each(['png', 'webp'] as const)(
  'a photograph as %s becomes grey, and paper where it is transparent',
  async (ending) => {
    const canvas = drawn(40, 10)
    const bytes = ending === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/webp', 100)
    const picture = await findPhotograph(folderWith({ [`photos/RUG-1.${ending}`]: bytes }), sku('RUG-1'))
    expect([picture?.widthPx, picture?.heightPx, picture?.grey.length]).toEqual([40, 10, 400])
    expect([picture?.grey[0], picture?.grey[39]]).toEqual([0, 255])
  },
)

test('one from a telephone is made as wide as paper, and no taller than it was for that', async () => {
  const bytes = drawn(3_328, 400).toBuffer('image/jpeg')
  const picture = await findPhotograph(folderWith({ 'photos/RUG-1.jpg': bytes }), sku('RUG-1'))
  expect([picture?.widthPx, picture?.heightPx]).toEqual([832, 100])
})

test('a file that is no picture is none, and another one of the piece is found', async () => {
  const folder = folderWith({
    'photos/RUG-1.jpg': 'not a picture',
    'photos/RUG-2.jpg': 'not a picture',
    'photos/RUG-2.png': drawn(8, 8).toBuffer('image/png'),
    'photos/RUG-3.png': '',
  })
  expect(await findPhotograph(folder, sku('RUG-1'))).toBeNull()
  expect(await findPhotograph(folder, sku('RUG-2'))).toMatchObject({ widthPx: 8 })
  expect(await findPhotograph(folder, sku('RUG-3'))).toBeNull()
  expect(await findPhotograph(testFolder(), sku('RUG-1'))).toBeNull()
})

test.each(['../secret', 'a/b', 'a\\b', 'a\0b'])(
  'a sku is never a way out of the folder: %j',
  async (name) => {
    const folder = folderWith({ 'secret.png': drawn(8, 8).toBuffer('image/png') })
    expect(await findPhotograph(folder, sku(name))).toBeNull()
  },
)
