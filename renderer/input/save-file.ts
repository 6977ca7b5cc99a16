/**
 * Hands a text to the browser as a file to keep.
 * @param name of the file, with its ending; what no file may be called becomes `-`
 */
export function saveFile(name: string, text: string, type: 'text/plain' | 'text/html' = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[^\w.-]+/g, '-')
  link.click()
  // The download has its own hold on the bytes by now.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
