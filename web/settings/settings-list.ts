import { useLingui } from '@lingui/react/macro'

export type SettingsPath =
  | '/settings/numbers'
  | '/settings/notices'
  | '/settings/hours'
  | '/settings/contact'
  | '/settings/costs'
  | '/settings/rates'
  | '/settings/duplicates'
  | '/settings/consents'
  | '/settings/privacy'
  | '/settings/set-aside'

/** The settings somebody may see, in their order; empty for most. */
export function settingsFor(permissions: readonly string[]): readonly SettingsPath[] {
  return [
    ...(permissions.includes('line:manage') ? (['/settings/numbers'] as const) : []),
    ...(permissions.includes('notice:read') ? (['/settings/notices'] as const) : []),
    ...(permissions.includes('hours:manage') ? (['/settings/hours'] as const) : []),
    ...(permissions.includes('policy:manage') ? (['/settings/contact'] as const) : []),
    ...(permissions.includes('cost:read') ? (['/settings/costs', '/settings/rates'] as const) : []),
    ...(permissions.includes('contact:review') ? (['/settings/duplicates'] as const) : []),
    ...(permissions.includes('consent:manage') ? (['/settings/consents'] as const) : []),
    ...(permissions.includes('privacy:read') ? (['/settings/privacy'] as const) : []),
    ...(permissions.includes('set-aside:read') ? (['/settings/set-aside'] as const) : []),
  ]
}

export function useSettingsNames(): Readonly<Record<SettingsPath, string>> {
  const { t } = useLingui()
  return {
    '/settings/numbers': t`Números`,
    '/settings/notices': t`Avisos`,
    '/settings/hours': t`Horario`,
    '/settings/contact': t`Contacto`,
    '/settings/costs': t`Costos`,
    '/settings/rates': t`Tarifas`,
    '/settings/duplicates': t`Duplicados`,
    '/settings/consents': t`Consentimientos`,
    '/settings/privacy': t`Privacidad`,
    '/settings/set-aside': t`Apartados`,
  }
}
