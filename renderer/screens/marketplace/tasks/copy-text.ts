/** Puts a text where it can be pasted from. @returns whether the browser let it */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // A page that may not: whoever stands here can still mark the text.
    return false
  }
}
