import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  plugins: [react(), VitePWA({ registerType: 'prompt', workbox: { maximumFileSizeToCacheInBytes: 16 * 1024 * 1024 } })],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: { sourcemap: true, target: 'es2022' },
});
