/** What the machine's own error codes mean for whoever started us. */
const machine: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  EADDRINUSE: (error) =>
    `port ${(error as { port?: number }).port ?? ''} is taken by another program; choose another with --port`,
  EACCES: (error) => `${error.path ?? 'something'} may not be used by this account`,
  EPERM: (error) => `${error.path ?? 'something'} may not be used by this account`,
  ENOENT: (error) => `${error.path ?? 'a file'} is not there`,
  ENOTDIR: (error) => `${error.path ?? 'a path'} is not a folder`,
  ENOSPC: () => 'the disk is full',
  EROFS: () => 'the disk can only be read',
}

/** An error as one sentence for a person: its first line, with a full stop, and no stack. */
export function sentenceOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  const known = code === undefined ? undefined : machine[code]
  const text =
    known?.(error as NodeJS.ErrnoException) ?? (error instanceof Error ? error.message : String(error))
  const line = text.split('\n', 1)[0]?.trim() ?? ''
  if (line === '') return 'something went wrong that has no name; HANOUT_DEBUG=1 shows where.'
  return /[.!?]$/.test(line) ? line : `${line}.`
}
