import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import {
  Check,
  Keyboard,
  Languages,
  LayoutTemplate,
  LogOut,
  Moon,
  PanelRight,
  Plus,
  RotateCcw,
  Settings,
  Smartphone,
  SquarePen,
  Sun,
  UserPlus,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { AgentId } from '#core/account/account.ts'
import { VIEWS } from '#core/conversation/view.ts'
import { openTemplates } from '../composer/mode.ts'
import { toggleContact, togglePhone } from './aside.ts'
import { chooseLocale, LOCALE_NAMES, LOCALES } from '../i18n/i18n.ts'
import { useOpenId } from '../inbox/use-filter.ts'
import { useViewNames, VIEW_ICONS } from '../inbox/use-view-names.ts'
import { isDark, prefer, usePreferences } from '../kit/preferences.ts'
import { signOut, useMe } from '../session/session.ts'
import { settingsFor, useSettingsNames } from '../settings/settings-list.ts'
import { useDesk } from '../store/desk-store.ts'
import { assign, reopen, resolve } from '../thread/actions.ts'
import { beginConversation, mayBegin, openOverlay } from './overlay.ts'

export type Command = {
  readonly text: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly run: () => void
}

/** Everything that can be done from here, with its key. */
export function useCommands(): readonly Command[] {
  const { t, i18n } = useLingui()
  const me = useMe()
  const names = useViewNames()
  const settings = useSettingsNames()
  const navigate = useNavigate()
  const openId = useOpenId()
  const conversation = useDesk((state) => (openId ? state.conversations.get(openId) : undefined))
  const { theme } = usePreferences()
  const dark = isDark(theme)
  const commands: Command[] = []

  if (conversation) {
    const id = conversation.conversationId
    const agent = me.agent
    if (agent && conversation.assigneeId !== agent.id) {
      const take = () => void assign(id, agent.id as AgentId, agent.name)
      commands.push({ text: t`Tomar la conversación`, keys: 'A', icon: <UserPlus size={16} aria-hidden />, run: take })
    }
    commands.push(
      conversation.state === 'open'
        ? { text: t`Resolver`, keys: 'E', icon: <Check size={16} aria-hidden />, run: () => void resolve(id) }
        : { text: t`Reabrir`, keys: 'E', icon: <RotateCcw size={16} aria-hidden />, run: () => void reopen(id) },
      {
        text: t`Elegir plantilla`,
        keys: 'shift+T',
        icon: <LayoutTemplate size={16} aria-hidden />,
        run: () => openTemplates(id),
      },
      {
        text: t`Datos del contacto`,
        keys: 'I',
        icon: <PanelRight size={16} aria-hidden />,
        run: toggleContact,
      },
    )
  }
  if (mayBegin()) {
    commands.push({
      text: t`Nueva conversación`,
      keys: 'C',
      icon: <SquarePen size={16} aria-hidden />,
      run: beginConversation,
    })
  }
  for (const [index, view] of VIEWS.entries()) {
    const Icon = VIEW_ICONS[view]
    commands.push({
      text: t`Ir a ${names[view]}`,
      keys: String(index + 1),
      icon: <Icon size={16} aria-hidden />,
      run: () => void navigate({ to: '/inbox', search: view === 'all' ? {} : { view } }),
    })
  }
  commands.push({
    text: t`Ir a las plantillas`,
    keys: 'G T',
    icon: <LayoutTemplate size={16} aria-hidden />,
    run: () => void navigate({ to: '/templates', search: {} }),
  })
  if (me.permissions.includes('template:write')) {
    commands.push({
      text: t`Nueva plantilla`,
      icon: <Plus size={16} aria-hidden />,
      run: () => void navigate({ to: '/templates/$templateId', params: { templateId: 'new' } }),
    })
  }
  for (const page of settingsFor(me.permissions)) {
    commands.push({
      text: t`Ir a ${settings[page]}`,
      icon: <Settings size={16} aria-hidden />,
      run: () => void navigate({ to: page }),
    })
  }
  if (me.demo) {
    commands.push({
      text: t`Teléfono del cliente`,
      keys: 'mod+J',
      icon: <Smartphone size={16} aria-hidden />,
      run: togglePhone,
    })
  }
  commands.push(
    {
      text: dark ? t`Pasar a claro` : t`Pasar a oscuro`,
      icon: dark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />,
      run: () => prefer('theme', dark ? 'light' : 'dark'),
    },
    ...LOCALES.filter((locale) => locale !== i18n.locale).map((locale) => ({
      text: t`Idioma: ${LOCALE_NAMES[locale]}`,
      icon: <Languages size={16} aria-hidden />,
      run: () => void chooseLocale(locale),
    })),
    {
      text: t`Atajos de teclado`,
      keys: '?',
      icon: <Keyboard size={16} aria-hidden />,
      run: () => openOverlay('shortcuts'),
    },
    { text: t`Salir`, icon: <LogOut size={16} aria-hidden />, run: () => void signOut() },
  )
  return commands
}
