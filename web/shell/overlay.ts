import { create } from 'zustand'

type Overlay = 'palette' | 'shortcuts' | null
/** The one thing open over the desk. */
export const useOverlay = create<{ overlay: Overlay }>(() => ({ overlay: null }))
export const openOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay })
