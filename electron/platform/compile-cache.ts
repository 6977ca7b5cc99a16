import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'

/** For a process started from here: it begins with what was compiled before, where the program keeps that, in a third of the time. */
export function compiledBefore(): NodeJS.ProcessEnv {
  const kept = getCompileCacheDir()
  // Node adds a folder of its version to the one it is given.
  return kept === undefined ? {} : { NODE_COMPILE_CACHE: dirname(kept) }
}
