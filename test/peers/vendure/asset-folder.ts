import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, type Stream } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AssetPreviewStrategy, AssetStorageStrategy } from '@vendure/core'

/** Photographs as files of one folder. Vendure's own server of assets needs a native image library. */
export function assetFolder(folder: string): AssetStorageStrategy {
  const pathOf = (name: string): string => join(folder, dirname(name), basename(name))
  const ready = async (name: string): Promise<string> => {
    await mkdir(dirname(pathOf(name)), { recursive: true })
    return pathOf(name)
  }
  return {
    async writeFileFromBuffer(name, data) {
      await writeFile(await ready(name), data)
      return name
    },
    async writeFileFromStream(name, data: Stream) {
      await pipeline(new Readable().wrap(data as Readable), createWriteStream(await ready(name)))
      return name
    },
    readFileToBuffer: (name) => readFile(pathOf(name)),
    readFileToStream: async (name) => createReadStream(pathOf(name)),
    deleteFile: (name) => rm(pathOf(name), { force: true }),
    fileExists: (name) =>
      access(pathOf(name)).then(
        () => true,
        () => false,
      ),
  }
}

/** The picture itself: nobody looks at previews here. */
export const samePicture: AssetPreviewStrategy = {
  generatePreviewImage: async (_ctx, _type, data) => data,
}
