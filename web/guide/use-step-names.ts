import { useLingui } from '@lingui/react/macro'
import type { GuideStep } from './use-guide.ts'

type Names = Readonly<Record<GuideStep, { readonly name: string; readonly lead: string }>>

/** What the steps are called, and what each is for. */
export function useStepNames(): Names {
  const { t } = useLingui()
  return {
    fit: {
      name: t`¿Es para usted?`,
      lead: t`Con unos números le decimos si conviene la app o la plataforma, cuánto cuesta y cuánta gente hace falta.`,
    },
    activity: {
      name: t`¿Puede usarlo?`,
      lead: t`Marque lo que su empresa vende o hace de esta lista. Si no hay nada, siga. Es una opinión: decide Meta.`,
    },
    company: {
      name: t`La empresa`,
      lead: t`Los datos que Meta pide. Verificar la empresa sube los límites; no es lo mismo que la insignia junto al nombre.`,
    },
    number: {
      name: t`El número`,
      lead: t`Móvil, fijo o gratuito, que no esté en uso en WhatsApp. Un número basta para cualquier cantidad de agentes.`,
    },
    name: {
      name: t`El nombre visible`,
      lead: t`Lo que sus clientes leen arriba del chat. Meta lo revisa y mira si su sitio web lo respalda.`,
    },
    connect: {
      name: t`Conectar`,
      lead: t`Meta da permiso a Hilo para usar el número, y Hilo comprueba que los mensajes llegarán.`,
    },
    activate: {
      name: t`Activar`,
      lead: t`Meta manda un código al teléfono de la línea. Después se registra con un PIN de seis cifras.`,
    },
    prove: {
      name: t`Probar`,
      lead: t`Un mensaje a su propio teléfono y una respuesta: así se sabe que funciona en los dos sentidos.`,
    },
  }
}
