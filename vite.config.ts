import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The screens, bundled for both shells. Nothing is inlined (no script, no data: font), so that the page runs under
 * `default-src 'self'`; paths are relative because the desktop shell does not serve from a root.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { host: '127.0.0.1' },
})
