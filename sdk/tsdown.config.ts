import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/preview.ts',
    'src/labels.ts',
    'src/money.ts',
    'src/form.ts',
    'src/form-checks.ts',
    'src/autosave.ts',
  ],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  fixedExtension: false,
  dts: true,
  // Whoever shows the form's labels and checks nothing gets the tables alone.
  outputOptions: {
    codeSplitting: {
      groups: [{ name: 'form-tables', test: /schema\/(enums|rules\/form\/(form|rows|sections))\.ts$/ }],
    },
  },
  checks: { pluginTimings: false },
})
