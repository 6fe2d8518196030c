import { formatter } from '@lingui/format-po'
import { defineConfig } from '@lingui/conf'

export default defineConfig({
  sourceLocale: 'es',
  locales: ['es', 'en', 'pt-BR'],
  catalogs: [{ path: '<rootDir>/locales/{locale}', include: ['<rootDir>'] }],
  format: formatter({ lineNumbers: false }),
})
