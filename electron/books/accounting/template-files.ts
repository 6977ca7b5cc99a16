import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type PresetName,
  presetNames,
  presets,
} from '#shared/books/accounting/template/presets/presets.data.ts'
import { type JournalTemplate, readTemplate } from '#shared/books/accounting/template/template.ts'
import type { TemplateCard } from '#shared/contract/books/accounting.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'

/** Where a shop puts templates of its own. */
const templatesFolder = (folder: string): string => join(folder, 'templates')

const mostFiles = 100
const largestBytes = 64 * 1024

/** Own ones first, by name. */
export async function listTemplates(folder: string): Promise<readonly TemplateCard[]> {
  const own = await Promise.all(
    (await ownKeys(folder)).map(async (key): Promise<TemplateCard> => {
      const read = await readOwn(folder, key)
      return read.ok
        ? { key, name: read.value.name, own: true, fault: null }
        : { key, name: key, own: true, fault: read.error }
    }),
  )
  const taken = new Set(own.map(({ key }) => key))
  const shipped = presetNames
    .filter((key) => !taken.has(key))
    .map((key): TemplateCard => ({ key, name: presets[key].name, own: false, fault: null }))
  return [...own, ...shipped]
}

/** @returns `unknownColumn` or `templateMalformed` of one that cannot be read; the latter also where there is none */
export async function findTemplate(folder: string, key: string): Promise<Result<JournalTemplate, Refusal>> {
  if ((await ownKeys(folder)).includes(key)) return readOwn(folder, key)
  if (isPreset(key)) return ok(presets[key])
  return err(refuse('templateMalformed', { place: key, reason: 'there is no template of this name' }))
}

const isPreset = (key: string): key is PresetName => (presetNames as readonly string[]).includes(key)

async function ownKeys(folder: string): Promise<readonly string[]> {
  const names = await readdir(templatesFolder(folder)).catch(() => [])
  return names
    .filter((name) => /^[\p{L}\p{N}][\p{L}\p{N} ._-]*\.json$/u.test(name))
    .map((name) => basename(name, '.json'))
    .toSorted()
    .slice(0, mostFiles)
}

async function readOwn(folder: string, key: string): Promise<Result<JournalTemplate, Refusal>> {
  const path = join(templatesFolder(folder), `${key}.json`)
  const malformed = (reason: string) => err(refuse('templateMalformed', { place: `${key}.json`, reason }))
  try {
    if ((await stat(path)).size > largestBytes) return malformed('larger than 64 kB')
    return readTemplate(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    return malformed(error instanceof SyntaxError ? 'no JSON' : 'the file cannot be read')
  }
}
