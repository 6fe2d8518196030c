import { control } from '../control/client.ts'
import { type Chat, chatKey, useApp } from './store.ts'

const EMPTY: Chat = { bubbles: [], typing: false, call: null, pins: [] }

/** Reads the open chat again; pending messages that have arrived give way to their real bubbles. */
export async function readChat(): Promise<void> {
  const { phone, number, group } = useApp.getState()
  if (phone === null || number === null) return
  const key = chatKey(phone, number, group)
  try {
    const chat = await read(phone, number, group)
    useApp.setState((state) => {
      const arrived = new Set(chat.bubbles.map((bubble) => bubble.wamid))
      return {
        chats: { ...state.chats, [key]: chat },
        pending: state.pending.filter((entry) => entry.wamid === null || !arrived.has(entry.wamid)),
      }
    })
  } catch {
    useApp.setState((state) => ({ chats: { [key]: EMPTY, ...state.chats } }))
  }
}

async function read(phone: string, number: string, group: string | null): Promise<Chat> {
  if (group !== null) {
    const { data, pins } = await control.groupChat(phone, group)
    return { ...EMPTY, bubbles: data, pins }
  }
  const { data, typing, call } = await control.chat(phone, number)
  return { ...EMPTY, bubbles: data, typing, call }
}
