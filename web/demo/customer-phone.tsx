import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import { addressOf } from '#core/contact/contact.ts'
import { IconButton } from '../kit/button.tsx'
import { isDark, usePreferences } from '../kit/preferences.ts'
import { useMe } from '../session/session.ts'
import { useContactOf, useDesk } from '../store/desk-store.ts'
import { togglePhone } from '../shell/aside.ts'

type Props = { readonly openId: ConversationId | null; readonly inSheet?: boolean }

/** In the demonstration: the telephone of whoever the open conversation is with, run by the emulator. */
export default function CustomerPhone({ openId, inSheet = false }: Props) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const conversation = useDesk((state) => (openId ? state.conversations.get(openId) : undefined))
  const contact = useContactOf(conversation)
  const dark = isDark(usePreferences((state) => state.theme))
  const line = me.lines.find(({ id }) => id === conversation?.lineId) ?? me.lines[0]
  const emulator = me.demo?.emulatorUrl.replace(/\/$/, '') ?? ''
  const phone = contact ? (addressOf(contact, 'phone')?.value ?? addressOf(contact, 'user-id')?.value ?? '') : ''

  const group = contact ? (addressOf(contact, 'group')?.value ?? '') : ''
  const state = useMemo(
    () => ({
      ...(phone ? { phone } : {}),
      ...(group ? { group } : {}),
      number: line?.phoneNumberId ?? '',
      theme: dark ? 'dark' : 'light',
      lang: i18n.locale,
    }),
    [phone, group, line?.phoneNumberId, dark, i18n.locale],
  )
  // The address only says how the telephone begins; later changes are told to it, so that it never reloads.
  const [address] = useState(() => `${emulator}/?${new URLSearchParams({ embed: '1', ...state })}`)

  useEffect(() => {
    const heard = (event: MessageEvent<{ type?: string }>) => {
      if (event.source === frame.current?.contentWindow && event.data?.type === 'hilo:phone-ready') setReady(true)
    }
    window.addEventListener('message', heard)
    return () => window.removeEventListener('message', heard)
  }, [])
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage({ type: 'hilo:phone', ...state }, new URL(emulator).origin)
  }, [state, ready, emulator])

  return (
    <aside
      className="flex h-full w-88 shrink-0 flex-col border-l max-xl:w-full max-xl:border-0 border-border bg-canvas"
      aria-label={t`Teléfono del cliente`}
    >
      {inSheet && (
        <header className="flex h-13 shrink-0 items-center gap-2 pr-2 pl-4">
          <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">
            <Trans>Teléfono del cliente</Trans>
          </h2>
          <IconButton label={t`Ocultar el teléfono`} keys="mod+J" onPress={togglePhone}>
            <X size={16} aria-hidden />
          </IconButton>
        </header>
      )}
      <iframe
        ref={frame}
        data-testid="customer-phone"
        src={address}
        title={t`Teléfono del cliente`}
        allow="microphone; autoplay; clipboard-write"
        onLoad={() => setReady(true)}
        className="min-h-0 flex-1 border-0 bg-canvas"
      />
    </aside>
  )
}
