/** Waits for something, but no longer than `ms`. */
export async function within(ms: number, something: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((over) => {
    timer = setTimeout(over, ms)
  })
  try {
    await Promise.race([something, patience])
  } finally {
    clearTimeout(timer)
  }
}
