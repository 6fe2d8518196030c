import { useLingui } from '@lingui/react/macro'
import type { PrivacyRequestView } from '#contract/privacy.ts'
import type { RequestKind, RequestState, Way } from '#core/privacy/request.ts'
import { formatLocale } from '../i18n/i18n.ts'

export type StepName = PrivacyRequestView['steps'][number]['what']
type Words = {
  readonly kind: Readonly<Record<RequestKind, string>>
  readonly way: Readonly<Record<Way, string>>
  readonly state: Readonly<Record<RequestState, string>>
  readonly step: Readonly<Record<StepName, string>>
}

export function usePrivacyWords(): Words {
  const { t } = useLingui()
  return {
    kind: { export: t`Copia de sus datos`, erase: t`Borrado` },
    way: {
      whatsapp: t`por WhatsApp`,
      email: t`por correo`,
      phone: t`por teléfono`,
      form: t`por formulario`,
      letter: t`por carta`,
      'in-person': t`en persona`,
      authority: t`por una autoridad`,
    },
    state: {
      open: t`por decidir`,
      scheduled: t`se borrará`,
      erasing: t`borrando`,
      done: t`cumplida`,
      declined: t`rechazada`,
    },
    step: {
      asked: t`Anotada`,
      scheduled: t`Borrado decidido`,
      cancelled: t`Borrado cancelado`,
      stopped: t`Detenida por una retención`,
      begun: t`Borrado comenzado`,
      done: t`Cumplida`,
      declined: t`Rechazada`,
    },
  }
}

/** The tables whose rows people understand, with their names; what else went is counted together. */
export function useRemovedWords(): (removed: Readonly<Record<string, number>>) => string {
  const { t } = useLingui()
  return (removed) => {
    const { message = 0, conversation = 0, media = 0 } = removed
    const rest = Object.values(removed).reduce((sum, count) => sum + count, 0) - message - conversation - media
    return t`mensajes: ${message}, conversaciones: ${conversation}, archivos: ${media}, anotaciones internas: ${rest}`
  }
}

const DAY_MS = 86_400_000

/** How far a term is, in whole days: 0 today, negative when it is over. */
export const daysLeft = (dueAt: string, now: number): number => Math.ceil((Date.parse(dueAt) - now) / DAY_MS) - 1

/** The last day of a term; it ends as the next one begins. */
export const lastDay = (dueAt: string): string =>
  new Intl.DateTimeFormat(formatLocale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(
    Date.parse(dueAt) - 1,
  )
