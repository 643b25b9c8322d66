#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/server/riwaq.js', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('Cannot start riwaq: it is not built; run npm run build');
  process.exitCode = 1;
}
