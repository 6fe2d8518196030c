import { ChevronLeft } from 'lucide-react'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'

export function BackToChats() {
  const words = useWords()
  const unread = useApp((state) => {
    const phone = state.phones.find(({ id }) => id === state.phone)
    const others = [
      ...(phone?.chats.filter(({ number }) => state.group !== null || number !== state.number) ?? []),
      ...(phone?.groups.filter(({ id }) => id !== state.group) ?? []),
    ]
    return others.filter((chat) => chat.unread > 0).length
  })
  return (
    <button
      type="button"
      data-testid="phone-chats"
      aria-label={words.chats}
      title={words.chats}
      onClick={() => useApp.setState({ listing: true })}
      className="-mr-2 flex h-8 min-w-8 items-center justify-center rounded-full hover:bg-black/5"
    >
      <ChevronLeft size={20} aria-hidden="true" />
      {unread > 0 && (
        <span className="-ml-0.5 pr-2 text-[12.5px] font-semibold text-wa-accent tabular-nums">{unread}</span>
      )}
    </button>
  )
}
