import { useEffect, useRef, useState } from 'react'
import { control } from '../control/client.ts'
import type { Phone, PhoneGroup } from '../control/types.ts'
import type { Chat } from '../state/store.ts'

/**
 * A chat open on a visible page is read. Whether the business hears of it (receipts) is for the emulator to decide, so a
 * message may stay “delivered”; each one is therefore reported only once.
 */
export function useMarkRead(phone: Phone, number: string, group: PhoneGroup | null, chat: Chat | null): void {
  const visible = useVisible()
  const groupId = group?.id ?? null
  const isIn = group?.standing === 'in'
  const reported = useRef(new Set<string>())
  useEffect(() => {
    if (!visible || !phone.online || chat === null || (groupId !== null && !isIn)) return
    const fresh = chat.bubbles.filter(
      (bubble) => bubble.from !== 'customer' && bubble.status === 'delivered' && !reported.current.has(bubble.wamid),
    )
    if (fresh.length === 0) return
    for (const bubble of fresh) reported.current.add(bubble.wamid)
    const read = groupId === null ? control.read(phone.id, number) : control.readGroup(phone.id, groupId)
    read.catch(() => {
      for (const bubble of fresh) reported.current.delete(bubble.wamid)
    })
  }, [visible, phone.id, phone.online, number, groupId, isIn, chat])
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const onChange = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [])
  return visible
}
