import { Smartphone } from 'lucide-react'
import { useApp, useGroup, useNumber, usePhone } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { AddressSheet } from './address-sheet.tsx'
import { AttachSheet } from './attach-sheet.tsx'
import { BubbleSheet } from './bubble-sheet.tsx'
import { BusinessSheet } from './business-sheet.tsx'
import { CallBar } from './call-bar.tsx'
import { CartSheet } from './cart-sheet.tsx'
import { ChatHeader } from './chat-header.tsx'
import { ChatList } from './chat-list.tsx'
import { ChatLog } from './chat-log.tsx'
import { Composer } from './composer.tsx'
import { FlowSheet } from './flow-sheet.tsx'
import { GroupHeader, PinBar } from './group-header.tsx'
import { GroupSheet } from './group-sheet.tsx'
import { InvitationSheet } from './invitation-sheet.tsx'
import { ListSheet } from './list-sheet.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { PictureSheet } from './picture-sheet.tsx'

/** One customer's WhatsApp: a list of businesses and groups or one chat, with whatever lies over it. */
export function PhoneScreen() {
  const words = useWords()
  const phone = usePhone()
  const number = useNumber()
  const group = useGroup()
  const isGone = useApp((state) => state.group !== null) && group === null
  const listing = useApp((state) => state.listing) || isGone
  const wanted = useApp((state) => state.phone)
  const sheet = useApp((state) => state.sheet)
  const loaded = useApp((state) => state.loaded)
  const connection = useApp((state) => state.connection)

  const missing = !loaded
    ? connection === 'lost'
      ? words.lost
      : words.connecting
    : phone !== null
      ? words.noNumbers
      : wanted !== null
        ? words.noSuchPhone
        : words.noPhones

  return (
    <PhoneFrame>
      <div className="flex min-h-0 flex-1 flex-col" inert={sheet !== null}>
        {phone === null || number === null ? (
          <div className="wall flex flex-1 flex-col items-center justify-center gap-3 px-8 text-center text-[13px]/5 text-wa-ink-2">
            <Smartphone size={28} strokeWidth={1.5} aria-hidden="true" />
            {missing}
          </div>
        ) : listing ? (
          <ChatList phone={phone} />
        ) : group !== null ? (
          <>
            <GroupHeader group={group} number={number} />
            <PinBar />
            <ChatLog key={`${phone.id}/${group.id}`} phone={phone} number={number} group={group} />
            <Composer key={`${phone.id}/${group.id}/composer`} phone={phone} number={number} group={group} />
          </>
        ) : (
          <>
            <ChatHeader number={number} />
            <CallBar phone={phone} number={number} />
            <ChatLog key={`${phone.id}/${number.id}`} phone={phone} number={number} />
            <Composer key={`${phone.id}/${number.id}/composer`} phone={phone} number={number} />
          </>
        )}
      </div>
      <Notice />
      {sheet?.kind === 'attach' && <AttachSheet />}
      {sheet?.kind === 'business' && <BusinessSheet />}
      {sheet?.kind === 'group' && <GroupSheet />}
      {sheet?.kind === 'invitation' && <InvitationSheet link={sheet.link} />}
      {sheet?.kind === 'bubble' && <BubbleSheet wamid={sheet.wamid} />}
      {sheet?.kind === 'list' && <ListSheet wamid={sheet.wamid} />}
      {sheet?.kind === 'flow' && <FlowSheet wamid={sheet.wamid} token={sheet.token} />}
      {sheet?.kind === 'cart' && <CartSheet wamid={sheet.wamid} ids={sheet.ids} />}
      {sheet?.kind === 'address' && <AddressSheet wamid={sheet.wamid} known={sheet.known} />}
      {sheet?.kind === 'picture' && <PictureSheet source={sheet.source} caption={sheet.caption} />}
    </PhoneFrame>
  )
}

/** A passing word at the foot of the chat; what went wrong is announced at once. */
function Notice() {
  const notice = useApp((state) => state.notice)
  return (
    <div
      className="pointer-events-none absolute inset-x-3 bottom-[68px] z-30 flex justify-center"
      role={notice?.bad ? 'alert' : 'status'}
    >
      {notice !== null && (
        <p
          className={`rise rounded-lg px-3 py-2 text-[12.5px]/4.5 text-white shadow-menu ${notice.bad ? 'bg-wa-danger' : 'bg-wa-ink'}`}
        >
          {notice.text}
        </p>
      )}
    </div>
  )
}
