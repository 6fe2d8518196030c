import type { Purpose } from '../consent/consent.ts'
import type { Template } from '../template/template.ts'

/**
 * What a template is sent for: advertising by its category at Meta, collections by the company's own tag, a code because
 * the person asked for it, and anything else because they must know.
 */
export function purposeOf(template: Template): Purpose {
  if (template.category === 'MARKETING') return 'marketing'
  if (template.category === 'AUTHENTICATION') return 'service'
  return template.purpose === 'collections' ? 'collections' : 'notices'
}
