import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The customer's page: static files that any web server or CDN can serve, under a strict content security policy. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Absolute: the page also answers at /linked, where the car maker sends the browser back.
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // No inline data: URIs, so the policy needs no exception for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': 'http://localhost:3000', '/local': 'http://localhost:3000' } },
});
