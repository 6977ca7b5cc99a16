/** Hands a text to the browser as a file to keep. @param name as `saveBytes` takes it */
export function saveFile(name: string, text: string, type: 'text/plain' | 'text/html' = 'text/plain'): void {
  saveBytes(name, new Blob([text], { type: `${type};charset=utf-8` }))
}

/** The same of any file. @param name with its ending; what no file may be called becomes `-` */
export function saveBytes(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[^\w.-]+/g, '-')
  link.click()
  // The download has its own hold on the bytes by now.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
