import { ipcRenderer } from 'electron'

/** The page's window, seen from the isolated world. */
declare const window: {
  postMessage(message: 'hanout-port', targetOrigin: string, ports: readonly unknown[]): void
}

// One port is all the page ever gets of us. Its origin is a scheme of our own that nobody else can load.
ipcRenderer.on('hanout-port', (event) => {
  window.postMessage('hanout-port', '*', event.ports)
})
