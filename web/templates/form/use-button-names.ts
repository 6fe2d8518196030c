import { useLingui } from '@lingui/react/macro'
import {
  Copy,
  ExternalLink,
  FileInput,
  LayoutGrid,
  type LucideIcon,
  Package,
  Phone,
  PhoneCall,
  Reply,
} from 'lucide-react'
import type { Button } from '../model/form.ts'

export type AddedKind = Exclude<Button['kind'], 'OTHER'>

export const BUTTON_ICONS: Readonly<Record<Button['kind'], LucideIcon>> = {
  QUICK_REPLY: Reply,
  URL: ExternalLink,
  PHONE_NUMBER: Phone,
  COPY_CODE: Copy,
  FLOW: FileInput,
  CATALOG: LayoutGrid,
  MPM: Package,
  VOICE_CALL: PhoneCall,
  OTHER: Reply,
}

export function useButtonNames(): Readonly<Record<Button['kind'], string>> {
  const { t } = useLingui()
  return {
    QUICK_REPLY: t`Respuesta rápida`,
    URL: t`Abrir página`,
    PHONE_NUMBER: t`Llamar por teléfono`,
    COPY_CODE: t`Copiar cupón`,
    FLOW: t`Abrir formulario`,
    CATALOG: t`Ver catálogo`,
    MPM: t`Ver productos`,
    VOICE_CALL: t`Llamar por WhatsApp`,
    OTHER: t`Otro botón`,
  }
}
