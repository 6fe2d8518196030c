import { useLingui } from '@lingui/react/macro'
import type { SetAsideView } from '#contract/set-aside.ts'

type Words = { readonly title: string; readonly hint: string }

/** Why something was set aside, and what helps, for people who did not write the program. */
export function useReasons(): Readonly<Record<SetAsideView['why'], Words>> {
  const { t } = useLingui()
  return {
    'unknown-line': {
      title: t`Es de un número que no está conectado`,
      hint: t`Conecte el número y procéselo de nuevo.`,
    },
    'unknown-channel': {
      title: t`Llegó por un canal que Hilo no conoce`,
      hint: t`Después de actualizar Hilo, procéselo de nuevo.`,
    },
    'not-understood': {
      title: t`Hilo no entiende lo que envió Meta`,
      hint: t`Después de actualizar Hilo, procéselo de nuevo.`,
    },
    'our-fault': {
      title: t`Hilo falló al procesarlo`,
      hint: t`Avise a quien opera Hilo; una vez corregido, procéselo de nuevo.`,
    },
    'not-storable': {
      title: t`Contiene algo que no se puede guardar`,
      hint: t`Avise a quien opera Hilo; una vez corregido, procéselo de nuevo.`,
    },
  }
}
