import { create } from 'zustand'
import { currentMe } from '../session/session.ts'

type Overlay = 'palette' | 'shortcuts' | 'outreach' | null
/** The one thing open over the desk. */
export const useOverlay = create<{ overlay: Overlay }>(() => ({ overlay: null }))
export const openOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay })

export const mayBegin = (): boolean => currentMe()?.permissions.includes('message:send') ?? false
/** Asks whom a new conversation is with; nothing for who may not send. */
export const beginConversation = (): void => void (mayBegin() && openOverlay('outreach'))
