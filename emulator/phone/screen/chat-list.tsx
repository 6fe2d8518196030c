import { Link } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Bubble, BusinessNumber, Phone, PhoneGroup } from '../control/types.ts'
import { leaveGroup } from '../state/groups.ts'
import { pickGroup, pickNumber } from '../state/selection.ts'
import { useApp } from '../state/store.ts'
import { useEmulatorNow, useZone } from '../state/use-now.ts'
import { rowTime } from '../text/time.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { BusinessFace } from './business-face.tsx'
import { Ticks } from './glyphs.tsx'
import { GroupFace } from './group-face.tsx'
import { namesOf } from './group-header.tsx'
import { groupPreviewOf, previewOf } from './preview.ts'

/** The business's numbers, one chat each, and the groups this customer is in; what was last written in comes first. */
export function ChatList({ phone }: { phone: Phone }) {
  const words = useWords()
  const numbers = useApp((state) => state.numbers)
  const chats = numbers.map((number) => {
    const chat = phone.chats.find((entry) => entry.number === number.id)
    return { at: chat?.last?.at ?? 0, row: <NumberRow key={number.id} number={number} chat={chat} /> }
  })
  const groups = phone.groups.map((group) => ({
    at: group.last?.at ?? 0,
    row: <GroupRow key={group.id} phone={phone} group={group} />,
  }))
  return (
    <>
      <header className="flex shrink-0 items-center justify-between pr-2 pb-2 pl-4">
        <h2 className="text-[22px]/8 font-bold tracking-[-.015em]">{words.chats}</h2>
        <button
          type="button"
          data-testid="phone-join"
          aria-label={words.groupJoinByLink}
          title={words.groupJoinByLink}
          aria-haspopup="dialog"
          onClick={() => useApp.setState({ sheet: { kind: 'invitation', link: '' } })}
          className="grid size-9 place-items-center rounded-full hover:bg-black/5"
        >
          <Link size={18} aria-hidden="true" />
        </button>
      </header>
      <ul className="min-h-0 flex-1 overflow-y-auto bg-white">
        {[...chats, ...groups].toSorted((a, b) => b.at - a.at).map(({ row }) => row)}
      </ul>
    </>
  )
}

function NumberRow({ number, chat }: { number: BusinessNumber; chat: Phone['chats'][number] | undefined }) {
  const words = useWords()
  const last = chat?.last ?? null
  return (
    <Row
      name={number.verifiedName}
      face={<BusinessFace number={number.id} className="size-11" />}
      last={last}
      unread={chat?.unread ?? 0}
      isCurrent={useApp((state) => state.number === number.id && state.group === null)}
      onOpen={() => pickNumber(number.id)}
    >
      {last === null ? number.displayPhoneNumber : previewOf(last, words)}
    </Row>
  )
}

function GroupRow({ phone, group }: { phone: Phone; group: PhoneGroup }) {
  const words = useWords()
  const number = useApp((state) => state.numbers.find(({ id }) => id === group.number))
  const isCurrent = useApp((state) => state.group === group.id)
  const face = <GroupFace className="size-11" />
  if (group.standing === 'asked') {
    return (
      <li data-testid="phone-group-row" className="flex items-center gap-3 border-b border-wa-line/70 px-4 py-2.5">
        {face}
        <span className="min-w-0 flex-1">
          <span className="block truncate text-[14.5px]/5 font-semibold">{group.subject}</span>
          <span className="block truncate text-[12.5px]/4.5 text-wa-ink-2 italic">{words.groupAsked}</span>
        </span>
        <button
          type="button"
          onClick={() => void leaveGroup(phone.id, group.id)}
          className="min-h-7 shrink-0 rounded-full px-2 text-[12.5px] font-semibold text-wa-accent hover:bg-black/5"
        >
          {words.cancel}
        </button>
      </li>
    )
  }
  const { last } = group
  return (
    <Row
      testId="phone-group-row"
      name={group.subject}
      face={face}
      last={last}
      unread={group.unread}
      isCurrent={isCurrent}
      onOpen={() => pickGroup(group.id)}
    >
      {last === null
        ? namesOf(group, number, words.you)
        : groupPreviewOf(last, number?.verifiedName ?? words.business, words)}
    </Row>
  )
}

type RowProps = {
  testId?: string
  name: string
  face: ReactNode
  last: Bubble | null
  unread: number
  isCurrent: boolean
  onOpen: () => void
  children: string
}

function Row({ testId, name, face, last, unread, isCurrent, onOpen, children }: RowProps) {
  const words = useWords()
  const language = useLanguage()
  const now = useEmulatorNow()
  const zone = useZone()
  return (
    <li data-testid={testId} className="border-b border-wa-line/70">
      <button
        type="button"
        autoFocus={isCurrent}
        onClick={onOpen}
        className="flex w-full items-center gap-3 px-4 py-2.5 text-left -outline-offset-2 hover:bg-wa-bar"
      >
        {face}
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className="truncate text-[14.5px]/5 font-semibold">{name}</span>
            {last !== null && (
              <span className="shrink-0 text-[11px] text-wa-ink-2 tabular-nums">
                {rowTime(last.at, now, zone, language, words)}
              </span>
            )}
          </span>
          <span className="flex items-center gap-1 text-[12.5px]/4.5 text-wa-ink-2">
            {last?.from === 'customer' && <Ticks status={last.status} />}
            <span className="min-w-0 flex-1 truncate">{children}</span>
            {unread > 0 && (
              <span
                className="rounded-full bg-wa-accent px-1.5 text-[11px]/4.5 font-semibold text-white tabular-nums"
                aria-label={words.unread(unread)}
              >
                {unread}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
}
