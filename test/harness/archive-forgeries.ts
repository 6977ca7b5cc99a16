import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { ArchiveFindingCode } from '#shared/kernel/archive-findings.ts'
import { byHand, firstSale, journal, rechain, replaced, withoutKey } from './archive-changes.ts'
import { opened, packed, sealed, strangersKey } from './archive-forger.ts'
import { shopsForgeries } from './archive-forgeries-of-the-shop.ts'

/** What somebody did to an archive, and what it must be called. */
export interface Forgery {
  readonly name: string
  forge(archive: Buffer, shop: ShopKey): Promise<Buffer>
  readonly code: ArchiveFindingCode
  readonly file?: string
  /** As `ArchiveFinding.at` begins. */
  readonly at?: RegExp
  readonly field?: string
}

/** By people who do not have the shop's key. */
const strangersForgeries: readonly Forgery[] = [
  {
    name: 'a file that is no archive',
    forge: async () => Buffer.from('a photograph of a carpet'),
    code: 'notAnArchive',
  },
  { name: 'the end cut off', forge: async (archive) => archive.subarray(0, -40), code: 'containerChanged' },
  {
    name: 'something put behind the end',
    forge: async (archive) => Buffer.concat([archive, Buffer.from('more')]),
    code: 'containerChanged',
  },
  {
    name: 'a file dropped',
    forge: byHand((files) => void files.delete('tickets.csv')),
    code: 'fileMissing',
    file: 'tickets.csv',
  },
  {
    name: 'a file added',
    forge: byHand((files) => void files.set('more.csv', Buffer.from('1'))),
    code: 'fileUnknown',
    file: 'more.csv',
  },
  {
    name: 'a file renamed',
    forge: async (archive) => {
      const files = [...opened(archive)].map(([name, bytes]) => [name.replace('vat', 'tva'), bytes] as const)
      return packed(new Map(files))
    },
    code: 'fileMissing',
    file: 'vat.csv',
  },
  {
    name: 'a letter of the journal changed',
    forge: byHand(replaced('journal.jsonl', '"by":"amina"', '"by":"aminb"')),
    code: 'fileChanged',
    file: 'journal.jsonl',
  },
  {
    name: 'the manifest made to fit, without the key',
    forge: withoutKey(replaced('tickets.csv', 'amina', 'aicha')),
    code: 'signatureWrong',
    file: 'manifest.json',
  },
  {
    name: 'an entry removed and all hashes made anew, without the key',
    forge: withoutKey(journal((lines) => rechain(lines.toSpliced(firstSale(lines), 1)))),
    code: 'signatureWrong',
  },
  {
    name: 'the signature taken away',
    forge: byHand((files) => void files.set('manifest.sig', Buffer.from('\n'))),
    code: 'signatureWrong',
  },
  {
    name: 'nobody’s signature asked for',
    forge: byHand(replaced('manifest.json', /"key": "[^"]*"/, '"key": null')),
    code: 'unsigned',
  },
  {
    name: 'an archive of tomorrow’s program',
    forge: byHand(replaced('manifest.json', '"version": 1', '"version": 2')),
    code: 'newerFormat',
  },
  {
    name: 'a manifest that is no JSON',
    forge: byHand((files) => void files.set('manifest.json', Buffer.from('{'))),
    code: 'manifestMalformed',
  },
  {
    name: 'a manifest without its totals',
    forge: byHand(replaced('manifest.json', '"totals"', '"sums"')),
    code: 'manifestMalformed',
    field: 'totals',
  },
]

export const forgeries: readonly Forgery[] = [...strangersForgeries, ...shopsForgeries]

/** The same archive by somebody who signs as themselves: whole, and another's. */
export async function strangersArchive(archive: Buffer): Promise<{ bytes: Buffer; key: ShopKey }> {
  const key = strangersKey()
  return { bytes: await sealed(opened(archive), key), key }
}
