import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { shortestPassphrase } from '#shared/contract/books/backups.ts'

export interface PassphraseWish {
  /** A file with nothing else in it. */
  readonly file?: string
  /** Of something that will be sealed with it: asked for twice, and not too short. */
  readonly isNew: boolean
}

/**
 * A passphrase, from a file, from HANOUT_PASSPHRASE, or from whoever sits at the terminal; never from the command line,
 * which other programs can read.
 * @throws with a sentence where there is none, or it will not do
 */
export async function passphraseOf({ file, isNew }: PassphraseWish): Promise<string> {
  const given = file === undefined ? process.env.HANOUT_PASSPHRASE : await textOf(file)
  const passphrase = given ?? (await asked(isNew))
  if (isNew && [...passphrase].length < shortestPassphrase)
    throw new Error(`a passphrase has at least ${shortestPassphrase} letters`)
  return passphrase
}

async function textOf(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replace(/\r?\n$/, '')
}

async function asked(isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Error('no passphrase: give one with --passphrase-file or in HANOUT_PASSPHRASE')
  const passphrase = await hidden('Passphrase: ')
  if (isNew && (await hidden('The same again: ')) !== passphrase)
    throw new Error('the two passphrases differ')
  return passphrase
}

/** Nothing that is typed is shown. */
async function hidden(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
