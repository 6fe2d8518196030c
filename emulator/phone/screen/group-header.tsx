import { EllipsisVertical, Pin } from 'lucide-react'
import type { BusinessNumber, PhoneGroup } from '../control/types.ts'
import { findBubble, useApp, useChat } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { BackToChats } from './back-to-chats.tsx'
import { GroupFace } from './group-face.tsx'
import { previewOf } from './preview.ts'

/** The group and who is in it; both lead to what there is to know of it. */
export function GroupHeader({ group, number }: { group: PhoneGroup; number: BusinessNumber }) {
  const words = useWords()
  const open = () => useApp.setState({ sheet: { kind: 'group' } })
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-wa-line px-1.5">
      <BackToChats />
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={words.groupInfoOf(group.subject)}
        onClick={open}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-[8px] text-left"
      >
        <GroupFace className="size-9" />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-[15px]/5 font-semibold">{group.subject}</span>
          <span className="block truncate text-[12px]/4 text-wa-ink-2">{namesOf(group, number, words.you)}</span>
        </span>
      </button>
      <button
        type="button"
        data-testid="phone-group-info"
        aria-label={words.groupInfo}
        title={words.groupInfo}
        aria-haspopup="dialog"
        onClick={open}
        className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-black/5"
      >
        <EllipsisVertical size={18} aria-hidden="true" />
      </button>
    </header>
  )
}

/** First names, the phone's own at the end, the business before everybody. */
export function namesOf({ members }: PhoneGroup, number: BusinessNumber | undefined, you: string): string {
  const { phone } = useApp.getState()
  const others = members.filter(({ id }) => id !== phone).map(({ name }) => name.split(' ')[0] ?? name)
  const self = members.some(({ id }) => id === phone) ? [you] : []
  return [...(number === undefined ? [] : [number.verifiedName]), ...others, ...self].join(', ')
}

/** What the business holds at the top of the group; a tap leads to the message. */
export function PinBar() {
  const words = useWords()
  const pins = useChat()?.pins ?? []
  const pinned = pins.map(findBubble).filter((bubble) => bubble !== undefined)
  const last = pinned.at(-1)
  if (last === undefined || last.revoked) return null
  const show = () => {
    const bubble = document.querySelector<HTMLElement>(`[data-wamid="${CSS.escape(last.wamid)}"]`)
    bubble?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    bubble?.animate([{ background: '#0b6b5733' }, { background: 'transparent' }], { duration: 1_200 })
  }
  return (
    <button
      type="button"
      data-testid="phone-pin"
      onClick={show}
      className="flex min-h-10 shrink-0 items-center gap-2.5 border-b border-wa-line bg-white px-3.5 py-1.5 text-left text-[12.5px]/4.5 -outline-offset-2 hover:bg-wa-bar"
    >
      <Pin size={15} aria-hidden="true" className="shrink-0 text-wa-accent" />
      <span className="sr-only">{words.pinned}: </span>
      <span className="min-w-0 flex-1 truncate">{previewOf(last, words)}</span>
      {pinned.length > 1 && <span className="shrink-0 text-wa-ink-2 tabular-nums">{pinned.length}</span>}
    </button>
  )
}
