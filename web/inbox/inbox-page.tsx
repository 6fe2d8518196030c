import { useLingui } from '@lingui/react/macro'
import { MessagesSquare } from 'lucide-react'
import { useEffect } from 'react'
import { ThreadPane } from '../thread/thread-pane.tsx'
import { Notice } from '../kit/notice.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { useTitle } from '../kit/use-title.ts'
import { usePreferences } from '../kit/preferences.ts'
import { closeOver, useOver } from '../shell/aside.ts'
import { useMedia, useNarrow, useWide } from '../kit/use-media.ts'
import { useMe } from '../session/session.ts'
import { useDesk } from '../store/desk-store.ts'
import { showing } from '../store/live.ts'
import { loadCounts } from '../store/loaders.ts'
import { ConversationList } from './conversation-list.tsx'
import { countText } from './count-text.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useFilter, useOpenId } from './use-filter.ts'
import { useRows } from './use-rows.ts'
import { ViewsRail } from './views-rail.tsx'
import { later } from '../kit/later.tsx'

const CustomerPhone = later(
  () => import('../demo/customer-phone.tsx'),
  <div className="h-full w-88 shrink-0 border-l border-border bg-canvas max-xl:w-full" />,
)
const ContactPanel = later(() => import('../contact/contact-panel.tsx'), <div className="h-full" />)

export function InboxPage() {
  const { t } = useLingui()
  const filter = useFilter()
  const open = useOpenId()
  const { list, rows } = useRows(filter, open)
  const wide = useWide()
  const narrow = useNarrow()
  useInboxKeys(rows, open)
  useBadge()

  useEffect(() => showing(filter, open), [filter, open])
  useEffect(() => void loadCounts(), [])

  const thread = open ? (
    <ThreadPane key={open} id={open} />
  ) : (
    <div className="flex-1 thread-ground max-md:hidden">
      <Notice icon={<MessagesSquare size={20} aria-hidden />} title={t`Elija una conversación`}>
        {t`Con J y K se recorre la lista; Intro abre.`}
      </Notice>
    </div>
  )
  return (
    <>
      {wide && <ViewsRail />}
      {!(narrow && open) && <ConversationList filter={filter} list={list} rows={rows} open={open} />}
      {!(narrow && !open) && thread}
      <Aside wide={wide} />
    </>
  )
}

/** The contact and, in the demonstration, the contact's telephone: beside the thread, or over it where there is no room. */
function Aside({ wide }: { readonly wide: boolean }) {
  const { t } = useLingui()
  const me = useMe()
  const open = useOpenId()
  const { phone, panel } = usePreferences()
  const over = useOver((state) => state.over)
  const roomy = useMedia('(min-width: 1680px)')
  const showPanel = panel && open !== null
  const showPhone = phone && me.demo !== null && (roomy || !showPanel)
  const contact = open && <ContactPanel id={open} />
  if (wide) {
    return (
      <>
        {showPanel && <aside className="w-80 shrink-0 border-l border-border bg-surface">{contact}</aside>}
        {showPhone && <CustomerPhone openId={open} />}
      </>
    )
  }
  if (over === 'contact' && open) {
    return (
      <Sheet label={t`Contacto`} onClose={closeOver}>
        {contact}
      </Sheet>
    )
  }
  if (over === 'phone' && me.demo) {
    return (
      <Sheet label={t`Teléfono del cliente`} onClose={closeOver}>
        <CustomerPhone openId={open} inSheet />
      </Sheet>
    )
  }
  return null
}

/** Unanswered conversations in the title of the tab. */
function useBadge(): void {
  const { t } = useLingui()
  const waiting = useDesk((state) => state.counts?.views.waiting ?? 0)
  useTitle(waiting > 0 ? `(${countText(waiting)}) ${t`Bandeja`}` : t`Bandeja`)
}
