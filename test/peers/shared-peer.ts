/** One peer for all suites of a file: booting takes longer than most of them. It ends when the last of them is done. */
export function shared<Rig extends { stop(): Promise<void> }>(
  suites: number,
  start: () => Promise<Rig>,
): () => Promise<Rig> {
  let begun: Promise<Rig> | null = null
  let left = suites
  return async () => {
    begun ??= start()
    const rig = await begun
    return {
      ...rig,
      stop: async () => {
        left -= 1
        if (left === 0) await rig.stop()
      },
    }
  }
}
