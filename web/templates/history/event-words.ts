import { useLingui } from '@lingui/react/macro'
import type { TemplateDetail } from '#contract/templates.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { categoryWords } from '../../thread/price.ts'
import { useQualityNames, useStatusNames } from '../status-words.ts'

export type TemplateEvent = TemplateDetail['history'][number]

/** What happened to a template, in one line. */
export function useEventWords(): (event: TemplateEvent) => string {
  const { t } = useLingui()
  const statuses: Readonly<Record<string, string>> = useStatusNames()
  const qualities: Readonly<Record<string, string>> = useQualityNames()
  const category = (value: string | null) => categoryWords((value ?? '').toLowerCase())
  const asked: Readonly<Record<string, string>> = {
    archive: t`Se pidió archivarla`,
    unarchive: t`Se pidió recuperarla`,
    unpause: t`Se pidió reactivarla`,
    delete: t`Se pidió borrarla`,
  }
  return ({ kind, from, to, details }) => {
    const version = details ?? ''
    switch (kind) {
      case 'drafted':
        return t`Se empezó un borrador`
      case 'draft-discarded':
        return t`Se descartó el borrador`
      case 'submitted':
        return t`Se presentó a Meta`
      case 'created':
      case 'edited':
      case 'edited-approved':
        return t`Meta recibió la versión ${version}`
      case 'not-taken':
        return t`Meta no la tomó: ${version}`
      case 'changed-at-platform':
        return t`Se cambió en Meta: versión ${version}`
      case 'status':
        return statuses[to ?? ''] ?? to ?? kind
      case 'category':
        return t`De ${category(from)} a ${category(to)}`
      case 'category-announced': {
        const at = from === null ? null : shortDateTime(Date.parse(from), formatLocale())
        return at ? t`Meta anunció que pasa a ${category(to)} el ${at}` : t`Meta anunció que pasa a ${category(to)}`
      }
      case 'quality':
        return t`Calidad: de ${qualities[from ?? ''] ?? from ?? ''} a ${qualities[to ?? ''] ?? to ?? ''}`
      case 'purpose':
        return t`Se dijo para qué es`
      case 'asked':
        return asked[version] ?? version
      default:
        return kind
    }
  }
}
