#!/usr/bin/env -S node --disable-warning=TimeoutNegativeWarning
// (kafkajs sets a negative timer now and then, tulios/kafkajs#1751; it does no harm.)
// The installed command. Checks what TypeScript files cannot check before they load: the Node that would load them.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `tokentape needs Node 24 or newer; this is ${process.versions.node}. Run it through "npm run -s tokentape --", which uses the Node that came with npm ci, or install Node 24.`,
  );
  process.exit(1);
}
await import('./main.ts');
