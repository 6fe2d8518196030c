import { useLingui } from '@lingui/react/macro'
import type { Misfit } from '#core/message/check/misfit.ts'

/** What is wrong, in a sentence that says what to do. */
export function useMisfitWords(): (misfit: Misfit) => string {
  const { t } = useLingui()
  return (misfit) => {
    switch (misfit.kind) {
      case 'empty':
        return t`Falta llenar este campo.`
      case 'too-long':
        return t`Caben ${misfit.max} caracteres; sobran ${misfit.over}.`
      case 'count':
        return t`Tienen que ser de ${misfit.min} a ${misfit.max}, y son ${misfit.found}.`
      case 'repeated':
        return t`Ya hay otra opción que se llama igual.`
      case 'address':
        return t`Escriba una dirección que empiece por https://`
      case 'place':
        return t`No se reconoce el lugar: escriba «latitud, longitud».`
      case 'amount':
        return t`Escriba un importe con dos decimales como mucho.`
      case 'nothing-to-pay':
        return t`El total tiene que ser mayor que cero.`
      case 'reference':
        return t`De 1 a 60 letras sin acento, números, puntos y guiones.`
      case 'line-breaks':
        return t`Caben ${misfit.max} saltos de línea.`
      case 'mixed':
        return t`Todas las tarjetas llevan foto o todas llevan video, y los productos son de un solo catálogo.`
      case 'choice':
        return t`Elija uno de los que hay.`
      case 'file':
        return t`Falta el archivo, o WhatsApp no lo admite aquí.`
      case 'other':
        return t`Revise este campo.`
    }
  }
}
