import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toggleContact, togglePhone } from './aside.ts'
import { runLatestUndo } from '../kit/toast.tsx'
import { listenForKeys } from './keys.ts'
import { beginConversation, openOverlay } from './overlay.ts'

/** Keys that work in every room. */
export function useGlobalKeys(): void {
  const navigate = useNavigate()
  useEffect(
    () =>
      listenForKeys({
        '$mod+k': () => openOverlay('palette'),
        'Shift+?': () => openOverlay('shortcuts'),
        '?': () => openOverlay('shortcuts'),
        '$mod+j': togglePhone,
        i: toggleContact,
        z: runLatestUndo,
        c: beginConversation,
        'g i': () => void navigate({ to: '/inbox', search: {} }),
        'g m': () => void navigate({ to: '/inbox', search: { view: 'mine' } }),
        'g u': () => void navigate({ to: '/inbox', search: { view: 'unassigned' } }),
        'g t': () => void navigate({ to: '/templates', search: {} }),
        'g s': () => void navigate({ to: '/settings' }),
      }),
    [navigate],
  )
}
