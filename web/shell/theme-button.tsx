import { useLingui } from '@lingui/react/macro'
import { Moon, Sun } from 'lucide-react'
import { IconButton } from '../kit/button.tsx'
import { isDark, prefer, usePreferences } from '../kit/preferences.ts'

export function ThemeButton() {
  const { t } = useLingui()
  const dark = isDark(usePreferences((state) => state.theme))
  return (
    <IconButton
      label={dark ? t`Pasar a claro` : t`Pasar a oscuro`}
      side="right"
      onPress={() => prefer('theme', dark ? 'light' : 'dark')}
    >
      {dark ? <Sun size={18} strokeWidth={1.75} aria-hidden /> : <Moon size={18} strokeWidth={1.75} aria-hidden />}
    </IconButton>
  )
}
