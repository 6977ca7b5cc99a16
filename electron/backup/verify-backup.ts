import { type BackupHeader, openBackup, readHeader } from './backup-header.ts'
import { backupKeyOf } from './backup-key.ts'
import { unbundle } from './bundle.ts'
import { inflated } from './compressed.ts'
import { type Seal, unsealed } from './sealed-chunks.ts'

/** Bytes of the file looked at, of all there are. */
type Looked = (done: number, of: number) => void

/**
 * Reads a backup from its first byte to its last and believes none that its seal does not vouch for. Nothing is written.
 * @throws BackupRefused `backupDamaged` | `wrongPassphrase`
 */
export async function verifyBackup(
  path: string,
  passphrase: string,
  onProgress: Looked = () => {},
): Promise<BackupHeader> {
  const file = await openBackup(path)
  const { header, bytes, digest } = await readHeader(file, path).finally(() => file.close())
  const { key } = await backupKeyOf(passphrase, header)
  await readThrough(path, { key, digest, at: bytes }, onProgress)
  return header
}

/** The same of a file whose key is at hand. @param at where its chunks begin */
export async function readThrough(
  path: string,
  { at, ...seal }: Seal & { readonly at: number },
  onProgress: Looked,
): Promise<void> {
  const file = await openBackup(path)
  try {
    const { size } = await file.stat()
    let done = at
    const chunks = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of unsealed(seal, file, at, path)) {
        yield chunk
        done = Math.min(size, done + chunk.length)
        onProgress(done, size)
      }
    }
    await unbundle(inflated(chunks()), { folder: null })
  } finally {
    await file.close()
  }
}
