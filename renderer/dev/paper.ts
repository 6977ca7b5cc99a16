import type { PaperSheet } from '#shared/contract/devices.ts'

/** A strip of paper with some lines on it, so that the tray has something to show. */
export async function paperOf(): Promise<PaperSheet> {
  const widthDots = 384
  const heightDots = 560
  const canvas = new OffscreenCanvas(widthDots, heightDots)
  const pen = canvas.getContext('2d')
  if (pen !== null) {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, widthDots, heightDots)
    pen.fillStyle = '#000'
    pen.direction = 'ltr'
    pen.font = '24px "IBM Plex Sans", sans-serif'
    for (const [row, text] of ['Bazar Hanout', '', 'Tapis Azilal   3 800,00', 'TOTAL   4 310,00'].entries()) {
      pen.fillText(text, 24, 48 + row * 36)
    }
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return { id: 1, png: btoa(String.fromCharCode(...bytes)), widthDots, heightDots, cut: true }
}
