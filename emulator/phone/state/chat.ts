import { control } from '../control/client.ts'
import { chatKey, useApp } from './store.ts'

/** Reads the open chat again; pending messages that have arrived give way to their real bubbles. */
export async function readChat(): Promise<void> {
  const { phone, number } = useApp.getState()
  if (phone === null || number === null) return
  const key = chatKey(phone, number)
  try {
    const answer = await control.chat(phone, number)
    useApp.setState((state) => {
      const arrived = new Set(answer.data.map((bubble) => bubble.wamid))
      return {
        chats: { ...state.chats, [key]: { bubbles: answer.data, typing: answer.typing, call: answer.call } },
        pending: state.pending.filter((entry) => entry.wamid === null || !arrived.has(entry.wamid)),
      }
    })
  } catch {
    useApp.setState((state) => ({ chats: { [key]: { bubbles: [], typing: false, call: null }, ...state.chats } }))
  }
}
