import { useLingui } from '@lingui/react/macro'
import { CircleCheck, Clock3, Inbox, Layers, type LucideIcon, TriangleAlert, User, UserX } from 'lucide-react'
import type { ViewName } from '#core/conversation/view.ts'

export const VIEW_ICONS: Readonly<Record<ViewName, LucideIcon>> = {
  all: Layers,
  mine: User,
  unassigned: UserX,
  waiting: Inbox,
  closing: Clock3,
  failed: TriangleAlert,
  resolved: CircleCheck,
}

export function useViewNames(): Readonly<Record<ViewName, string>> {
  const { t } = useLingui()
  return {
    all: t`Todas`,
    mine: t`Mías`,
    unassigned: t`Sin asignar`,
    waiting: t`Esperan respuesta`,
    closing: t`Se cierran en 1 h`,
    failed: t`Envíos fallidos`,
    resolved: t`Resueltas`,
  }
}

/** What an empty view would hold. */
export function useEmptyWords(): Readonly<Record<ViewName, { title: string; text: string }>> {
  const { t } = useLingui()
  return {
    all: {
      title: t`Nada por aquí todavía`,
      text: t`Cuando un cliente escriba, su conversación aparecerá en esta lista.`,
    },
    mine: { title: t`No tiene conversaciones`, text: t`Tome una de «Sin asignar» con la tecla A.` },
    unassigned: { title: t`Todo tiene dueño`, text: t`Las conversaciones nuevas sin agente aparecerán aquí.` },
    waiting: { title: t`Nadie espera`, text: t`Todas las conversaciones abiertas tienen respuesta.` },
    closing: { title: t`Ninguna ventana por cerrarse`, text: t`Aquí se ven las que se cierran en menos de una hora.` },
    failed: { title: t`Ningún envío falló`, text: t`Los mensajes que no llegaron aparecerán aquí con su causa.` },
    resolved: { title: t`Nada resuelto todavía`, text: t`Lo que resuelva con la tecla E quedará guardado aquí.` },
  }
}
