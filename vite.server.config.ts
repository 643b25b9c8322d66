import { defineConfig } from 'vite';

// Node 20 does not run TypeScript: the server is one bundle of ours, and its packages stay packages.
export default defineConfig({
  build: {
    ssr: 'server/riwaq.ts',
    outDir: 'dist/server',
    target: 'node20',
    copyPublicDir: false,
  },
});
