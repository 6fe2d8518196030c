import type { Changes } from './changes.ts'
import type { Chat, Message } from './model.ts'
import type { Store } from './store.ts'

export type Chats = {
  readonly get: (phone: string, number: string) => Chat
  readonly change: (phone: string, number: string, change: Partial<Chat>) => void
  /** The chats a phone has, newest last. */
  readonly ofPhone: (phone: string) => Chat[]
  /** What was written in a chat, oldest first, without what is no bubble of its own. */
  readonly messages: (phone: string, number: string) => Message[]
  readonly add: (message: Message) => void
  /** Changes a message and tells the screens. Gives the new one. */
  readonly changeMessage: (wamid: string, change: Partial<Message>) => Message | undefined
  /** A number has another id: its chats go on under that one. */
  readonly move: (from: string, to: string) => void
  /** "Typing …" shows until this instant of the real clock, or until the next message. */
  readonly typingUntil: (phone: string, number: string) => number
  readonly setTyping: (phone: string, number: string, until: number) => void
}

const keyOf = (phone: string, number: string): string => `${phone}|${number}`

export function openChats(store: Store, changes: Changes): Chats {
  const chats = store.table<Chat>('chats')
  const messages = store.table<Message>('messages')
  const order = new Map<string, { wamid: string; at: number }[]>()
  const typing = new Map<string, number>()

  const place = (message: Message) => {
    if (message.phone === null || message.hidden) return
    const key = keyOf(message.phone, message.number)
    const list = order.get(key) ?? []
    order.set(key, list)
    let index = list.length
    while (index > 0 && (list[index - 1]?.at ?? 0) > message.at) index -= 1
    list.splice(index, 0, { wamid: message.wamid, at: message.at })
  }
  for (const message of messages.all()) place(message)

  const get = (phone: string, number: string): Chat =>
    chats.get(keyOf(phone, number)) ?? {
      phone,
      number,
      lastUserAt: null,
      adClickAt: null,
      freeUntil: null,
      stoppedMarketing: false,
    }
  const tell = (message: Message) => {
    if (message.phone !== null) changes.tell({ kind: 'chat', phone: message.phone, number: message.number })
  }
  return {
    get,
    change: (phone, number, change) => chats.put(keyOf(phone, number), { ...get(phone, number), ...change }),
    ofPhone: (phone) => [...chats.all()].filter((chat) => chat.phone === phone),
    messages: (phone, number) =>
      (order.get(keyOf(phone, number)) ?? []).flatMap(({ wamid }) => messages.get(wamid) ?? []),
    add: (message) => {
      messages.put(message.wamid, message)
      place(message)
      if (message.phone !== null) {
        const key = keyOf(message.phone, message.number)
        if (chats.get(key) === undefined) chats.put(key, get(message.phone, message.number))
        if (message.from === 'business') typing.delete(key)
      }
      tell(message)
    },
    changeMessage: (wamid, change) => {
      const message = messages.patch(wamid, change)
      if (message !== undefined) tell(message)
      return message
    },
    move: (from, to) => {
      for (const chat of [...chats.all()]) {
        if (chat.number !== from) continue
        chats.put(keyOf(chat.phone, to), { ...chat, number: to })
        chats.remove(keyOf(chat.phone, from))
        order.delete(keyOf(chat.phone, from))
      }
      for (const { wamid, number } of [...messages.all()]) {
        const moved = number === from ? messages.patch(wamid, { number: to }) : undefined
        if (moved !== undefined) place(moved)
      }
      changes.tell({ kind: 'meta' })
    },
    typingUntil: (phone, number) => typing.get(keyOf(phone, number)) ?? 0,
    setTyping: (phone, number, until) => {
      typing.set(keyOf(phone, number), until)
      changes.tell({ kind: 'chat', phone, number })
      setTimeout(() => changes.tell({ kind: 'chat', phone, number }), until - Date.now()).unref()
    },
  }
}
