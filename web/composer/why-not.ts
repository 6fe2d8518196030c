import { useLingui } from '@lingui/react/macro'
import type { TemplateView } from '#contract/views.ts'

/** Why an approved template cannot be sent from here, in plain words; null: it can. */
export function useWhyNot(): (template: TemplateView) => string | null {
  const { t } = useLingui()
  return ({ sendable, unsupported }) => {
    if (sendable) return null
    const parts = unsupported.map((part) => part.replace(/^button /, ''))
    if (parts.includes('order details')) return t`Cobra dentro de WhatsApp, y Hilo no hace cobros.`
    if (parts.includes('no body')) return t`Meta no dice qué texto tiene.`
    const what = parts.join(', ')
    return what === '' ? t`Meta no deja enviarla ahora.` : t`Tiene una parte que Hilo no sabe rellenar: ${what}.`
  }
}
