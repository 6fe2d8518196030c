import { useLingui } from '@lingui/react/macro'
import type { TemplateRow } from '#contract/templates.ts'

export type Status = TemplateRow['status']
export type Tone = 'plain' | 'success' | 'warn' | 'danger'

/** How a template stands with Meta, in words. */
export function useStatusNames(): Readonly<Record<Status, string>> {
  const { t } = useLingui()
  return {
    DRAFT: t`Borrador`,
    PENDING: t`En revisión`,
    APPROVED: t`Aprobada`,
    REJECTED: t`Rechazada`,
    FLAGGED: t`En riesgo`,
    PAUSED: t`Pausada`,
    DISABLED: t`Desactivada`,
    IN_APPEAL: t`En apelación`,
    LIMIT_EXCEEDED: t`Límite superado`,
    LOCKED: t`Bloqueada`,
    ARCHIVED: t`Archivada`,
    PENDING_DELETION: t`Se está borrando`,
    DELETED: t`Borrada`,
    OTHER: t`Otro estado`,
  }
}

export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  DRAFT: 'plain',
  PENDING: 'plain',
  APPROVED: 'success',
  REJECTED: 'danger',
  FLAGGED: 'warn',
  PAUSED: 'warn',
  DISABLED: 'danger',
  IN_APPEAL: 'warn',
  LIMIT_EXCEEDED: 'warn',
  LOCKED: 'danger',
  ARCHIVED: 'plain',
  PENDING_DELETION: 'plain',
  DELETED: 'plain',
  OTHER: 'plain',
}

export function useQualityNames(): Readonly<Record<TemplateRow['quality'], string>> {
  const { t } = useLingui()
  return { GREEN: t`Alta`, YELLOW: t`Media`, RED: t`Baja`, UNKNOWN: t`Sin datos` }
}
